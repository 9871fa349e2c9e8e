"""How likely it is that what was found answers the question.

A logistic rule over plain signs. Its weights come from `python -m bench.knowledge --learn`: the
questions in bench/questions about four real handbooks, answerable and not. They are balanced, so
one half is where an answer would be declined; how it does on handbooks it has not seen, the bench
prints.
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


def sureness(signs: Signs) -> float:
    """From 0 to 1; an answer is worth giving from one half on."""
    value = BASE + sum(weight * sign for weight, sign in zip(WEIGHTS, row(signs), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
