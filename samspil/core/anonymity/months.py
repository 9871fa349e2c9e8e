"""Figures are of months that are over, so that nobody sees one person's day in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samspil.core.anonymity.telling import enough, told, told_parts
from samspil.core.months import months_after


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the calendar, by its first day."""

    first: date

    @property
    def name(self) -> str:
        """As in addresses and files: 2026-10."""
        return f"{self.first:%Y-%m}"

    @property
    def after(self) -> date:
        """The day after its last."""
        return months_after(self.first, 1)


def month_of(day: date) -> Month:
    """The month in which a day lies."""
    return Month(day.replace(day=1))


def last_month(today: date) -> Month:
    """The month that was over last. Two months never share a day, so that the figures of one
    cannot be taken from those of another."""
    return Month(months_after(today.replace(day=1), -1))


def told_until(days: Sequence[tuple[date, int]], *, today: date) -> date | None:
    """Before which day a growing figure is told, from days and who did something then.

    The end of the last month that is over and in which enough people took part: what is new in a
    figure is then always several people's. None before the first such month.
    """
    people: dict[Month, set[int]] = {}
    for day, person in days:
        people.setdefault(month_of(day), set()).add(person)
    over = [one for one, who in people.items() if enough(len(who)) and one.after <= today]
    return max(over).after if over else None


def told_together(months: Sequence[tuple[int, int, int]]) -> tuple[int | None, int | None]:
    """What was done in several months, and a part of it, from both and the people of each month.

    Only months that may be told by themselves are in the sums, so that subtracting one figure from
    another leaves no other. None where something was done in none of these; the part is None where
    one of them does not tell it.
    """
    shown = [one for one in months if told(one[0], people=one[2]) is not None]
    if months and not shown:
        return None, None
    parts = [told_parts({"part": part, "rest": n - part})["part"] for n, part, _people in shown]
    whole = sum(n for n, _part, _people in shown)
    return whole, None if None in parts else sum(part for part in parts if part is not None)
