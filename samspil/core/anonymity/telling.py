"""Counts that are told, withheld, or told in steps."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST = 5
"""Of fewer people, or fewer cases of theirs, nothing is told."""
LEAST_TEXTS = 10
"""What people wrote in their own words is shown only where at least so many wrote."""
FEWER = f"<{LEAST}"
"""How files say that a count is withheld."""
Key = TypeVar("Key", bound=Hashable)


class TooFewPeople(Exception):
    """So few people that single ones could be recognised; the message is fit to show."""


def enough(people: int) -> bool:
    """Whether so many people may be spoken of together."""
    return people >= LEAST


def check_enough(people: int) -> None:
    """Raise `TooFewPeople` unless so many people may be spoken of together."""
    if not enough(people):
        raise TooFewPeople(
            "Of fewer than five people nothing is shown, so that nobody is singled out."
        )


def told(count: int, *, people: int = LEAST) -> int | None:
    """A count of what is over; None where it is of few cases or few people. None at all is
    nobody's, and told."""
    return count if count == 0 or (count >= LEAST and enough(people)) else None


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


def in_steps(count: int) -> int:
    """At least so many people, of a count that still grows: 0, 5, 10, ….

    Whoever looks twice learns of five people together, and never how few are left.
    """
    return count - count % LEAST
