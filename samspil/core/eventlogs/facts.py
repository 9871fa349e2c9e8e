"""What a log shows, in numbers that name no case and nobody: this is what is kept of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from samspil.core.eventlogs.faults import Fault, Noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How long something takes: the median and what nine of ten do not exceed, in seconds.

    It is elapsed time, nights and weekends included, unless it is said to be in opening hours.
    """

    median: float
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step and how it happens.

    It happened `n` times in `cases` cases; in `again` of these more than once. `repeats` times it
    came right after itself, `returns` times after other steps in between. `wait` is the time since
    the step before it, None where it always comes first; `waited` is all of that together, in
    seconds; `wait_open` and `waited_open` are the same in opening hours. `place` is where it stands
    in its cases, from 0 (first) to 1 (last).
    """

    name: str
    n: int
    cases: int
    first: int
    last: int
    again: int
    repeats: int
    returns: int
    variants: int
    wait: Spread | None
    waited: float
    place: float
    wait_open: Spread | None = None
    waited_open: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One step comes right after another, both by their places in `Facts.steps`.

    `handed` times another person took over; None where that may not be told or is not known.
    """

    source: int
    target: int
    n: int
    time: Spread
    handed: int | None
    time_open: Spread | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A way through the steps that `cases` cases took, and how long they took in all."""

    steps: tuple[int, ...]
    cases: int
    time: Spread
    time_open: Spread | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Work went from one group to another `n` times; an empty name is small groups together."""

    source: str
    target: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is kept of a log. `begin` and `end` are its first and last event.

    `arrow_kinds` and `variant_kinds` are how many there were: only the most frequent are kept.
    `same_again` cases repeat some step. Of `known` steps by two people after each other, `handed`
    went to somebody else; both None where it may not be told or nobody is named. `opening` says the
    opening hours by which times were counted too, "" where they were not.
    """

    events: int
    cases: int
    begin: datetime
    end: datetime
    time: Spread
    steps: tuple[Step, ...]
    arrows: tuple[Arrow, ...]
    arrow_kinds: int
    variants: tuple[Variant, ...]
    variant_kinds: int
    same_again: int
    known: int | None
    handed: int | None
    hand_overs: tuple[HandOver, ...]
    notes: tuple[Noted, ...]
    time_open: Spread | None = None
    opening: str = ""


def in_opening_hours(facts: Facts) -> Facts:
    """The same with every time in opening hours; as they are where those were not counted."""
    if not facts.opening:
        return facts
    return replace(
        facts,
        time=facts.time_open or facts.time,
        steps=tuple(
            replace(one, wait=one.wait_open, waited=one.waited_open) for one in facts.steps
        ),
        arrows=tuple(replace(one, time=one.time_open or one.time) for one in facts.arrows),
        variants=tuple(replace(one, time=one.time_open or one.time) for one in facts.variants),
    )


def packed(facts: Facts) -> dict[str, Any]:
    """The facts as JSON holds them."""
    return {**asdict(facts), "begin": facts.begin.timestamp(), "end": facts.end.timestamp()}


def unpacked(kept: Mapping[str, Any]) -> Facts:
    """Facts that were `packed`."""
    said = dict(kept)
    return Facts(
        **{name: said[name] for name in _PLAIN},
        begin=datetime.fromtimestamp(said["begin"], tz=UTC),
        end=datetime.fromtimestamp(said["end"], tz=UTC),
        time=Spread(**said["time"]),
        time_open=_spread(said.get("time_open")),
        opening=said.get("opening", ""),
        steps=tuple(Step(**_timed(one, "wait", "wait_open")) for one in said["steps"]),
        arrows=tuple(Arrow(**_timed(one, "time", "time_open")) for one in said["arrows"]),
        variants=tuple(
            Variant(**_timed({**one, "steps": tuple(one["steps"])}, "time", "time_open"))
            for one in said["variants"]
        ),
        hand_overs=tuple(HandOver(**one) for one in said["hand_overs"]),
        notes=tuple(
            Noted(fault=Fault(one["fault"]), n=one["n"], rows=tuple(one["rows"]))
            for one in said["notes"]
        ),
    )


def _timed(kept: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """With spreads under these names; what was read before there were some has none."""
    return {**kept, **{name: _spread(kept.get(name)) for name in names}}


def _spread(kept: Mapping[str, float] | None) -> Spread | None:
    return None if kept is None else Spread(**kept)


_MADE = {
    "begin", "end", "time", "steps", "arrows", "variants", "hand_overs", "notes", "time_open",
    "opening",
}  # fmt: skip
_PLAIN = [one.name for one in fields(Facts) if one.name not in _MADE]
