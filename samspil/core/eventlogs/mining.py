"""From events to facts: the directly-follows graph, variants, repetition, waiting, hand-overs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar
from samspil.core.eventlogs.facts import Arrow, Facts, Spread, Step, Variant
from samspil.core.eventlogs.gathering import Log
from samspil.core.eventlogs.handing import hand_overs_of, handed_along, handed_in_all
from samspil.core.eventlogs.opening import Seconds, open_seconds

MOST_ARROWS, MOST_VARIANTS = 2_000, 100
NINE_TENTHS = 0.9
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """A log's cases laid one after the other.

    `begins` are the places where cases begin; `before` and `after` are the two events of each move
    within a case, `arrow` its number (from × steps + to) and `took` its seconds; `opened` are
    those in opening hours, and `since` the open seconds at each event; None without such hours.
    """

    log: Log
    begins: Ints
    lasts: Ints
    before: Ints
    after: Ints
    arrow: Ints
    took: Seconds
    opened: Seconds | None
    since: Seconds | None

    def whole(self) -> Seconds:
        """How long each case took."""
        return self.log.times[self.lasts] - self.log.times[self.begins]

    def whole_open(self) -> Seconds | None:
        """The same in opening hours."""
        return None if self.since is None else self.since[self.lasts] - self.since[self.begins]


def facts_of(log: Log, *, calendar: Calendar = AROUND_THE_CLOCK, opening: str = "") -> Facts:
    """What a log shows; it has at least one event. `opening` says the hours of the `calendar`."""
    paths = _paths(log, calendar)
    many = _variants(paths)
    whole, whole_open = paths.whole(), paths.whole_open()
    steps, again = _steps(paths, many)
    arrows, kinds = _arrows(paths)
    known, handed = handed_in_all(log.people, paths.before, paths.after)
    seen = {place: number for number, place in enumerate(np.unique(log.steps).tolist())}
    return Facts(
        events=len(log.steps), cases=len(paths.begins),
        begin=datetime.fromtimestamp(float(log.times.min()), tz=UTC),
        end=datetime.fromtimestamp(float(log.times.max()), tz=UTC),
        time=_spread(np.sort(whole)), steps=steps,
        time_open=None if whole_open is None else _spread(np.sort(whole_open)),
        opening="" if whole_open is None else opening,
        arrows=_renumbered(arrows, seen), arrow_kinds=kinds,
        variants=_told_variants(many, paths, seen), variant_kinds=len(many), same_again=again,
        known=known, handed=handed, notes=log.notes,
        hand_overs=hand_overs_of(log, paths.before, paths.after),
    )  # fmt: skip


def _paths(log: Log, calendar: Calendar) -> Paths:
    new = np.flatnonzero(np.diff(log.cases)) + 1
    begins = np.concatenate(([0], new))
    inside = np.ones(len(log.cases), dtype=np.bool_)
    inside[begins] = False
    after = np.flatnonzero(inside)
    before = after - 1
    steps = log.steps.astype(np.int64)
    since = open_seconds(log.times, calendar)
    return Paths(
        log=log, begins=begins, lasts=np.concatenate((new - 1, [len(log.cases) - 1])),
        before=before, after=after, arrow=steps[before] * len(log.activities) + steps[after],
        took=log.times[after] - log.times[before], since=since,
        opened=None if since is None else since[after] - since[before],
    )  # fmt: skip


def _variants(paths: Paths) -> dict[bytes, list[int]]:
    """Each way through, and the numbers of the cases that took it."""
    steps = paths.log.steps.astype(np.uint16)
    found: dict[bytes, list[int]] = {}
    ends = [*paths.begins[1:].tolist(), len(steps)]
    for case, (begin, end) in enumerate(zip(paths.begins.tolist(), ends, strict=True)):
        found.setdefault(steps[begin:end].tobytes(), []).append(case)
    return found


def _told_variants(
    many: Mapping[bytes, list[int]], paths: Paths, seen: Mapping[int, int]
) -> tuple[Variant, ...]:
    whole, whole_open = paths.whole(), paths.whole_open()
    often = sorted(many.items(), key=lambda one: (-len(one[1]), len(one[0]), one[0]))
    return tuple(
        Variant(
            steps=tuple(seen[step] for step in np.frombuffer(way, dtype=np.uint16).tolist()),
            cases=len(cases), time=_spread(np.sort(whole[cases])),
            time_open=None if whole_open is None else _spread(np.sort(whole_open[cases])),
        )
        for way, cases in often[:MOST_VARIANTS]
    )  # fmt: skip


def _steps(paths: Paths, many: Mapping[bytes, list[int]]) -> tuple[tuple[Step, ...], int]:
    """Every step, and in how many cases some step comes again."""
    log, kinds = paths.log, len(paths.log.activities)
    key = log.cases.astype(np.int64) * kinds + log.steps
    pairs, firsts, counts = np.unique(key, return_index=True, return_counts=True)
    later = np.ones(len(key), dtype=np.bool_)
    later[firsts] = False
    right_after = np.zeros(len(key), dtype=np.bool_)
    right_after[paths.after] = log.steps[paths.before] == log.steps[paths.after]
    of = pairs % kinds

    def tally(steps: NDArray[np.integer]) -> list[int]:
        return [int(one) for one in np.bincount(steps, minlength=kinds)]

    ways = np.zeros(kinds, dtype=np.int64)
    for way in many:
        ways[np.unique(np.frombuffer(way, dtype=np.uint16))] += 1
    target = log.steps[paths.after].astype(np.int64)
    waits, opens = _segments(target, paths.took), _opened(target, paths)
    n, places = tally(log.steps), _places(paths, kinds)
    cases, again = tally(of), tally(of[counts > 1])
    repeats, returns = tally(log.steps[later & right_after]), tally(log.steps[later & ~right_after])
    first, last = tally(log.steps[paths.begins]), tally(log.steps[paths.lasts])
    steps = tuple(
        Step(
            name=name, n=n[one], cases=cases[one], first=first[one], last=last[one],
            again=again[one], repeats=repeats[one], returns=returns[one], variants=int(ways[one]),
            wait=_spread(waits[one]) if one in waits else None,
            waited=float(waits[one].sum()) if one in waits else 0.0, place=places[one],
            wait_open=_spread(opens[one]) if one in opens else None,
            waited_open=float(opens[one].sum()) if one in opens else 0.0,
        )
        for one, name in enumerate(log.activities)
        if n[one]
    )  # fmt: skip
    return steps, len(np.unique(pairs[counts > 1] // kinds))


def _places(paths: Paths, kinds: int) -> list[float]:
    """Where each step stands in its cases on average, 0 to 1."""
    sizes = paths.lasts - paths.begins
    index = np.arange(len(paths.log.steps)) - np.repeat(paths.begins, sizes + 1)
    share = index / np.maximum(1, np.repeat(sizes, sizes + 1))
    n = np.bincount(paths.log.steps, minlength=kinds)
    sums = np.bincount(paths.log.steps, weights=share, minlength=kinds)
    return [float(one) for one in sums / np.maximum(1, n)]


def _arrows(paths: Paths) -> tuple[list[Arrow], int]:
    """The most frequent arrows, by the log's own numbers of steps, and how many there are."""
    kinds = len(paths.log.activities)
    times, opens = _segments(paths.arrow, paths.took), _opened(paths.arrow, paths)
    often = sorted(times, key=lambda one: (-len(times[one]), one))[:MOST_ARROWS]
    handed = handed_along(paths.log.people, paths.before, paths.after, paths.arrow)
    return [
        Arrow(
            source=one // kinds, target=one % kinds, n=len(times[one]), time=_spread(times[one]),
            handed=handed.get(one), time_open=_spread(opens[one]) if one in opens else None,
        )
        for one in often
    ], len(times)  # fmt: skip


def _renumbered(arrows: list[Arrow], seen: Mapping[int, int]) -> tuple[Arrow, ...]:
    return tuple(
        replace(one, source=seen[one.source], target=seen[one.target]) for one in arrows
    )  # fmt: skip


def _opened(keys: Ints, paths: Paths) -> dict[int, Seconds]:
    """Time in opening hours of each key, sorted; nothing without such hours."""
    return {} if paths.opened is None else _segments(keys, paths.opened)


def _segments(keys: Ints, values: Seconds) -> dict[int, Seconds]:
    """The values of each key, sorted."""
    if not len(keys):
        return {}
    order = np.lexsort((values, keys))
    found, starts = np.unique(keys[order], return_index=True)
    parts = np.split(values[order], starts[1:])
    return {int(key): part for key, part in zip(found, parts, strict=True)}


def _spread(ordered: Seconds) -> Spread:
    return Spread(median=_at(ordered, 0.5), most=_at(ordered, NINE_TENTHS))


def _at(ordered: Seconds, share: float) -> float:
    """The value that this share does not exceed, between two where it falls between."""
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low] + (ordered[high] - ordered[low]) * (place - low))
