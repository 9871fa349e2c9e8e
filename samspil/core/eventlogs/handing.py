"""How often work goes from hand to hand: only what `core.anonymity` lets be told of people."""

import numpy as np
from numpy.typing import NDArray

from samspil.core.anonymity import enough, told_parts
from samspil.core.eventlogs.facts import HandOver
from samspil.core.eventlogs.gathering import NOBODY, Log

MOST_GROUPS = 50
Ints = NDArray[np.int64]


def handed_along(
    people: NDArray[np.int32], before: Ints, after: Ints, arrow: Ints
) -> dict[int, int]:
    """For each arrow how often another person went on; only where that may be told."""
    known = (people[before] != NOBODY) & (people[after] != NOBODY)
    arrow, first, second = arrow[known], people[before][known], people[after][known]
    if not len(arrow):
        return {}
    found, which = np.unique(arrow, return_inverse=True)
    handed = np.bincount(which, weights=first != second, minlength=len(found)).astype(int)
    counts = np.bincount(which, minlength=len(found))
    span = int(people.max()) + 1
    both = np.unique(np.concatenate((which * span + first, which * span + second)))
    who = np.bincount(both // span, minlength=len(found))
    told = {
        int(one): _handed(int(handed[place]), int(counts[place]), people=int(who[place]))
        for place, one in enumerate(found)
    }
    return {one: n for one, n in told.items() if n is not None}


def handed_in_all(
    people: NDArray[np.int32], before: Ints, after: Ints
) -> tuple[int | None, int | None]:
    """Of how many moves both people are known, and how many went to another; None: not told."""
    known = (people[before] != NOBODY) & (people[after] != NOBODY)
    n = int(known.sum())
    first, second = people[before][known], people[after][known]
    who = len(np.unique(np.concatenate((first, second))))
    handed = _handed(int((first != second).sum()), n, people=who)
    return (None, None) if handed is None or not n else (n, handed)


def hand_overs_of(log: Log, before: Ints, after: Ints) -> tuple[HandOver, ...]:
    """How often work went from one group to another, the most frequent first.

    Only groups of whom the log names enough people stand for themselves; the others are together.
    Without people it is not known how large a group is, and nothing is told.
    """
    names, sizes = _named(log)
    first, second = names[log.groups[before]], names[log.groups[after]]
    moves = (log.groups[before] != NOBODY) & (log.groups[after] != NOBODY) & (first != second)
    span = len(log.group_names) + 1
    pairs, counts = np.unique(first[moves] * span + second[moves], return_counts=True)
    parts = {
        (int(pair) // span, int(pair) % span): int(n)
        for pair, n in zip(pairs, counts, strict=True)
        if all(enough(sizes[one]) for one in divmod(int(pair), span))
    }
    if not parts:
        return ()
    told = told_parts(parts, people=min(sizes[one] for pair in parts for one in pair))
    rows = [
        HandOver(source=_name(log, pair[0]), target=_name(log, pair[1]), n=n)
        for pair, n in told.items()
        if n
    ]
    return tuple(sorted(rows, key=lambda one: (-one.n, one.source, one.target)))


def _named(log: Log) -> tuple[Ints, list[int]]:
    """What each group counts as, itself or the small ones together (the last), and their people."""
    small = len(log.group_names)
    known = (log.groups != NOBODY) & (log.people != NOBODY)
    pairs = np.unique(np.stack((log.groups[known], log.people[known]), axis=1), axis=0)
    many = np.bincount(pairs[:, 0].astype(np.int64), minlength=small) if len(pairs) else [0] * small
    names = np.array(
        [one if one < MOST_GROUPS and enough(int(many[one])) else small for one in range(small)]
        + [small],
        dtype=np.int64,
    )
    others = [who for group, who in pairs.tolist() if names[group] == small]
    return names, [*(int(one) for one in many), len({*others})]


def _name(log: Log, group: int) -> str:
    return "" if group == len(log.group_names) else log.group_names[group]


def _handed(handed: int, n: int, *, people: int) -> int | None:
    return told_parts({"handed": handed, "kept": n - handed}, people=people)["handed"]
