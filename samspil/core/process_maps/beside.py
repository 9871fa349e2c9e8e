"""Two maps side by side: which steps stayed, changed, came or went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What became of a step."""

    STAYED = "stayed"
    CHANGED = "changed"
    CAME = "came"
    WENT = "went"


WORDS = {
    Change.STAYED: "stays",
    Change.CHANGED: "changes",
    Change.CAME: "comes",
    Change.WENT: "goes",
}
"""Each in English; translations use the same word as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A step as two maps are compared by it: `origin` is the step it was copied from, 0 for none.

    `says` are the things that may change, in the same order on both sides.
    """

    key: int
    origin: int
    says: tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A step now and then; None where it is on one side alone. `parts` are the places in `says`
    that differ."""

    now: int | None
    then: int | None
    change: Change
    parts: tuple[int, ...] = ()


def side_by_side(now: Sequence[Shown], then: Sequence[Shown]) -> list[Pair]:
    """In the order of what shall be, each step that goes after the one it stood behind."""
    copies: Mapping[int, Shown] = {one.origin: one for one in then if one.origin}
    before = {one.key: one for one in now}
    gone: dict[int | None, list[Pair]] = {}
    behind: int | None = None
    for one in now:
        if one.key in copies:
            behind = copies[one.key].key
        else:
            pair = Pair(now=one.key, then=None, change=Change.WENT)
            gone.setdefault(behind, []).append(pair)
    pairs = gone.pop(None, [])
    for one in then:
        pairs.append(_pair(before.get(one.origin), one))
        pairs += gone.pop(one.key, [])
    return pairs


def _pair(old: Shown | None, new: Shown) -> Pair:
    if old is None:
        return Pair(now=None, then=new.key, change=Change.CAME)
    pairs = enumerate(zip(old.says, new.says, strict=True))
    parts = tuple(place for place, (one, other) in pairs if one != other)
    change = Change.CHANGED if parts else Change.STAYED
    return Pair(now=old.key, then=new.key, change=change, parts=parts)
