"""Hours that people have for one process on the coming days, as far as anybody wrote them down."""

from collections.abc import Sequence
from dataclasses import dataclass

from samspil.core.evidence.queue_ahead import hours_a_day

FULL_DAY, FULL_WEEK = 8.0, 40.0
"""What one person works at most, in hours: where it is open longer, people take turns."""
DAYS_A_WEEK = 7
FULL_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """People of one process over the coming days.

    `opening` holds the hours for which it is open on each day, `there` how many people are there
    then, each counted with the part of their time that this process gets (1 where they have no
    other); `people` is the sum of these parts were nobody away, `many` how many people they are.
    `minutes` is what all of them together have for this process on a day that is open, where
    somebody said so; None: it follows from the opening hours.
    """

    opening: tuple[float, ...]
    there: tuple[float, ...]
    people: float
    many: int
    minutes: int | None = None

    def __post_init__(self) -> None:
        if len(self.opening) != len(self.there):
            raise ValueError("Each day needs its hours and its people.")
        if any(each < 0 for each in (*self.opening, *self.there, self.people, self.minutes or 0)):
            raise ValueError("Hours and people must not be below 0.")

    @property
    def usual_minutes(self) -> float:
        """What all of them together have on the longest day, were nobody away."""
        if self.minutes is not None:
            return float(self.minutes)
        return self.people * max(person_hours(self.opening), default=0.0) * FULL_HOUR

    def hours(self, *, ill: int = 0) -> tuple[float, ...]:
        """The hours of all people together on each day, were so many more of them ill.

        One who is ill counts as the average person does. Who was said to have minutes without
        being named has them on each open day, whoever is ill.
        """
        missing = self.people * ill / self.many if self.many else 0.0
        present = [max(0.0, there - missing) for there in self.there]
        if self.minutes is None:
            return hours_a_day(person_hours(self.opening), present)
        parts = [one / self.people if self.people else 1.0 for one in present]
        return tuple(
            self.minutes / FULL_HOUR * part if hours else 0.0
            for hours, part in zip(self.opening, parts, strict=True)
        )


def person_hours(opening: Sequence[float]) -> tuple[float, ...]:
    """The hours that one person works on each of these days, by the hours it is open.

    At most a full day, and over the days no more than full weeks: where it is open day and night,
    some are off on any day.
    """
    days = [min(hours, FULL_DAY) for hours in opening]
    most = FULL_WEEK * len(days) / DAYS_A_WEEK
    part = min(1.0, most / sum(days)) if any(days) else 1.0
    return tuple(hours * part for hours in days)
