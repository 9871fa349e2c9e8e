"""How likely it is that what was found answers the question.

A logistic rule over plain signs. Its weights come from `python -m bench.knowledge --learn`: the
questions in bench/questions about four real handbooks, answerable and not. They are balanced, so
one half is where an answer would be declined; how it does on handbooks it has not seen, the bench
prints. Without vectors nothing is known of nearness in meaning: then another rule speaks, learned
from the words alone.
"""

import math

from samspil.core.knowledge.signs import Signs, row

BASE = -31.104
WEIGHTS = (
    0.546,  # covered
    -0.063,  # together
    3.228,  # lexical
    0.565,  # outstanding
    2.195,  # lead
    -0.239,  # meaning_lead
    26.360,  # nearest
    0.096,  # agreed
    0.510,  # missing
    1.288,  # fits
    3.301,  # foreign
    3.017,  # words
)
"""One for each sign, in their order."""
BASE_BY_WORDS = -2.308
WEIGHTS_BY_WORDS = (
    -0.144,  # covered
    -0.062,  # together
    5.623,  # lexical
    0.0,  # outstanding
    6.249,  # lead
    0.0,  # meaning_lead
    0.0,  # nearest
    -5.174,  # agreed
    0.450,  # missing
    0.872,  # fits
    0.785,  # foreign
    3.091,  # words
)


def sureness(signs: Signs) -> float:
    """From 0 to 1; an answer is worth giving from one half on."""
    by_words = signs.nearest == 0
    base, weights = (BASE_BY_WORDS, WEIGHTS_BY_WORDS) if by_words else (BASE, WEIGHTS)
    value = base + sum(weight * sign for weight, sign in zip(weights, row(signs), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
