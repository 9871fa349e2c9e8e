"""Counts that are shown without showing any single person."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST = 5
"""Fewer decisions or people than this are told as "fewer than five"."""
Key = TypeVar("Key", bound=Hashable)


def told(count: int, *, people: int = LEAST) -> int | None:
    """A count; None where it is of few cases or few people. None at all is nobody's, and told."""
    return count if count == 0 or (count >= LEAST and people >= LEAST) else None


def told_parts(parts: Mapping[Key, int], *, people: int = LEAST) -> dict[Key, int | None]:
    """Parts of a whole: no small one, nor one that gives a single small one away.

    None of a whole that is not told itself. Where only one part is small, the smallest of the
    others is withheld too, since what is missing from the sum would be the small one.
    """
    if told(sum(parts.values()), people=people) is None:
        return dict.fromkeys(parts)
    shown = {key: told(count) for key, count in parts.items()}
    hidden = [key for key, count in shown.items() if count is None]
    others = [key for key, count in shown.items() if count]
    if len(hidden) == 1 and others:
        shown[min(others, key=lambda key: parts[key])] = None
    return shown
