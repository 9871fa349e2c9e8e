"""How likely it is that what was found answers the question.

A logistic rule over plain signs. Its weights come from `python -m bench.knowledge --learn`: the
questions in bench/questions about four real handbooks, answerable and not. They are balanced, so
one half is where an answer would be declined; how it does on handbooks it has not seen, the bench
prints. Without vectors nothing is known of meaning: then another rule speaks, learned from the
words alone.
"""

import math

from samspil.core.knowledge.signs import Signs, row

BASE = -20.612
WEIGHTS = (
    0.255,  # covered
    0.280,  # together
    1.795,  # lexical
    0.411,  # outstanding
    1.926,  # lead
    -0.044,  # meaning_lead
    17.435,  # nearest
    0.266,  # agreed
    0.775,  # missing
    1.058,  # fits
    0.723,  # foreign
    2.796,  # words
    0.204,  # read_first
    0.257,  # read_best
)
"""One for each sign, in their order."""
BASE_BY_WORDS = -2.441
WEIGHTS_BY_WORDS = (
    0.034,  # covered
    0.106,  # together
    6.110,  # lexical
    0.000,  # outstanding
    2.783,  # lead
    0.000,  # meaning_lead
    0.000,  # nearest
    -5.534,  # agreed
    0.428,  # missing
    0.856,  # fits
    1.103,  # foreign
    3.337,  # words
    0.000,  # read_first
    0.000,  # read_best
)


def sureness(signs: Signs) -> float:
    """From 0 to 1; an answer is worth giving from one half on."""
    by_words = 0 in (signs.nearest, signs.read_best)
    base, weights = (BASE_BY_WORDS, WEIGHTS_BY_WORDS) if by_words else (BASE, WEIGHTS)
    value = base + sum(weight * sign for weight, sign in zip(weights, row(signs), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
