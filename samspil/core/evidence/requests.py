"""Which further cases to have labelled, so that the most is learned from the fewest.

Among the cases AI is least decided about, some that differ from each other: five times as many as
are wanted by smallest margin, grouped by likeness, and one of each group (margin-based sampling
with diversity: Zhdanov, 2019; k-means: Lloyd, 1982, started as by Arthur and Vassilvitskii, 2007).
"""

import numpy as np

from samspil.core.evidence.habits import Numbers, Places

TIMES = 5
ROUNDS = 20


def worth_asking(margins: Numbers, vectors: Numbers, *, wanted: int, seed: int) -> Places:
    """The places of cases to ask for, least decided first; as many as are wanted, or all.

    `margins` is AI's lead of its best answer over the next, `vectors` has a row for each case whose
    closeness means likeness. The same input and seed give the same. Raises `ValueError` where a
    number is missing.
    """
    if len(margins) != len(vectors):
        raise ValueError("Each case needs a margin and a row of numbers.")
    if not (np.all(np.isfinite(margins)) and np.all(np.isfinite(vectors))):
        raise ValueError("A margin or a row of numbers is missing.")
    if wanted < 0:
        raise ValueError("Fewer than no cases cannot be asked for.")
    near = np.argsort(margins, kind="stable")[: TIMES * wanted]
    if len(near) <= wanted:
        return np.asarray(near, dtype=np.intp)
    groups = _grouped(vectors[near], wanted, np.random.default_rng(seed))
    firsts = np.unique(groups, return_index=True)[1]
    rest = np.setdiff1d(np.arange(len(near)), firsts)
    chosen = np.append(firsts, rest[: wanted - len(firsts)])
    return np.asarray(near[np.sort(chosen)], dtype=np.intp)


def _grouped(rows: Numbers, many: int, chance: np.random.Generator) -> Places:
    """The group of each row; equal rows share one, so that there may be fewer groups."""
    middles = _spread_out(rows, many, chance)
    groups = np.zeros(len(rows), dtype=np.intp)
    for _ in range(ROUNDS):
        before, groups = groups, _distances(rows, middles).argmin(axis=1)
        if np.array_equal(before, groups):
            break
        sums, times = np.zeros_like(middles), np.bincount(groups, minlength=len(middles))
        np.add.at(sums, groups, rows)
        filled = times > 0
        middles[filled] = sums[filled] / times[filled, None]
    return groups


def _spread_out(rows: Numbers, many: int, chance: np.random.Generator) -> Numbers:
    """Rows to begin with, each drawn by the square of its distance to those before."""
    chosen = [int(chance.integers(len(rows)))]
    far = _distances(rows, rows[chosen])[:, 0]
    while len(chosen) < many and far.sum() > 0:
        chosen.append(int(chance.choice(len(rows), p=far / far.sum())))
        far = np.minimum(far, _distances(rows, rows[chosen[-1:]])[:, 0])
    return np.array(rows[chosen], dtype=np.float64)


def _distances(rows: Numbers, middles: Numbers) -> Numbers:
    squares = (rows**2).sum(axis=1)[:, None] - 2 * rows @ middles.T + (middles**2).sum(axis=1)
    return np.asarray(np.where(squares > 1e-12, squares, 0.0), dtype=np.float64)
