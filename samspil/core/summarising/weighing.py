"""How much each sentence of a document carries.

A sentence counts by how near its words are to what its section and the document are about, and
more where it binds somebody, sets a limit or a figure, or says what something is.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from samspil.core.summarising.carrying import Sentence
from samspil.core.summarising.cues import DANGLING, DEFINES, LIMIT, NUMBER, OBLIGATION

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each sign of a sentence adds to its nearness, which is from 0 to 1."""

    document: float = 0.5
    section: float = 0.5
    first: float = 0.25
    opening: float = 0.5
    binds: float = 0.35
    limit: float = 0.2
    figure: float = 0.1
    defines: float = 0.15
    leans: float = -0.4


WEIGHTS = Weights()
OPENING = 12
"""The first sentences of a document say what it is; the twelfth no more than any other."""


def vectors(sentences: Sequence[Sentence]) -> tuple[sparse.csr_matrix, Numbers]:
    """A row of length 1 for each sentence, and how much each word tells: rare words more."""
    known: dict[str, int] = {}
    rows, columns, values = [], [], []
    for row, one in enumerate(sentences):
        for word, many in Counter(one.stems).items():
            rows.append(row)
            columns.append(known.setdefault(word, len(known)))
            values.append(1 + math.log(many))
    shape = (len(sentences), max(1, len(known)))
    made = sparse.csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float64)
    held = np.bincount(columns, minlength=shape[1])
    tells = np.log((1 + shape[0]) / (1 + held)) + 1
    made = made @ sparse.diags(tells)
    lengths = np.sqrt(np.asarray(made.multiply(made).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    return (sparse.diags(1 / lengths) @ made).tocsr(), tells


def weigh(
    sentences: Sequence[Sentence],
    groups: Sequence[int],
    rows: sparse.csr_matrix,
    *,
    weights: Weights = WEIGHTS,
) -> Numbers:
    """A number above 0 for each sentence; `groups` says which section each belongs to."""
    order = np.asarray(groups)
    many = int(order.max()) + 1
    member = sparse.csr_matrix(
        (np.ones(len(order)), (order, np.arange(len(order)))), shape=(many, len(order))
    )
    centres = _unit(member @ rows)
    whole = _unit(sparse.csr_matrix(rows.sum(axis=0)))
    near = np.asarray((rows @ whole.T).todense()).ravel()
    within = np.asarray(rows.multiply(centres[order]).sum(axis=1)).ravel()
    signs = np.array([_signs(one, weights) for one in sentences])
    first = np.zeros(len(order))
    first[np.unique([one.place for one in sentences], return_index=True)[1]] = weights.first
    opening = weights.opening * np.maximum(0, 1 - np.arange(len(order)) / OPENING)
    made = (
        weights.document * _scaled(near)
        + weights.section * _scaled(within)
        + signs
        + first
        + opening
    )
    return np.asarray(np.maximum(made, 0.01), dtype=np.float64)


def _signs(one: Sentence, weights: Weights) -> float:
    return (
        weights.binds * bool(OBLIGATION.search(one.text))
        + weights.limit * bool(LIMIT.search(one.text))
        + weights.figure * bool(NUMBER.search(one.text))
        + weights.defines * bool(DEFINES.search(one.text))
        + weights.leans * bool(DANGLING.match(one.text))
    )


def _scaled(values: Numbers) -> Numbers:
    most = float(values.max(initial=0.0))
    return values / most if most else values


def _unit(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    return sparse.csr_matrix(sparse.diags(1 / lengths) @ rows)
