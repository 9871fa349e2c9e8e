"""What one person says of one task, and what cannot be so."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from math import isfinite

LONGEST_TITLE = 300
LONGEST_SYSTEM, MOST_SYSTEMS = 60, 12
MOST_TIMES, MOST_MINUTES = 1_000, 6_000
"""More times, or more minutes each time, are a slip of the keyboard."""
DAY, WEEK_DAYS = 24, 7


class Per(StrEnum):
    """In which time something is done so many times."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


YEARLY = {Per.DAY: 260, Per.WEEK: 52, Per.MONTH: 12, Per.QUARTER: 4, Per.YEAR: 1}
"""How many of each a year has; of days only those that are worked, five a week."""


class Wish(IntEnum):
    """How much of a task a person wants to keep: the five levels of the Human Agency Scale."""

    AI_ALONE = 1
    AI_MOSTLY = 2
    EQUAL = 3
    PERSON_MOSTLY = 4
    PERSON_ALONE = 5


class Fault(StrEnum):
    """What cannot be so in an answer."""

    NO_TITLE = "no_title"
    LONG_TITLE = "long_title"
    NO_NUMBER = "no_number"
    TIMES = "times"
    OFTEN = "often"
    MINUTES = "minutes"
    LONG = "long"
    DAY = "day"
    WEEK = "week"
    SHARE = "share"
    FRUSTRATION = "frustration"
    WISH = "wish"
    SYSTEMS = "systems"
    LONG_SYSTEM = "long_system"


WORDS = {
    Fault.NO_TITLE: "The task has no name: say in a few words what you do.",
    Fault.LONG_TITLE: "The task's name has more than {most} characters: shorten it.",
    Fault.NO_NUMBER: "One of the numbers is none: use figures only.",
    Fault.TIMES: "How often must be more than 0. Leave the task out if you never do it.",
    Fault.OFTEN: "More than {most} times: choose a shorter time, such as a day instead of a year.",
    Fault.MINUTES: "The minutes must be more than 0.",
    Fault.LONG: "More than {most} minutes each time: split the task into parts.",
    Fault.DAY: "That would be {hours} hours a day, and a day has 24: make it fewer times or fewer "
    "minutes, or choose a week instead of a day.",
    Fault.WEEK: "That would be {hours} hours a week, and a week has 168: make it fewer times or "
    "fewer minutes, or choose a longer time.",
    Fault.SHARE: "How often it goes wrong is a share from 0 to 100 in 100.",
    Fault.FRUSTRATION: "Frustration goes from 1 (none) to 5 (very much).",
    Fault.WISH: "Your own wish goes from 1 (AI alone) to 5 (a person alone).",
    Fault.SYSTEMS: "At most {most} systems: name those that you touch most.",
    Fault.LONG_SYSTEM: "A system's name has at most {most} characters.",
}
"""English sentences, each with the way to mend it; translations use them as their keys."""


class BadAnswer(ValueError):
    """An answer cannot be so; `words` is a sentence, filled by `figures`. `field` is where."""

    def __init__(self, fault: Fault, *, field: str, **figures: int) -> None:
        super().__init__(WORDS[fault].format(**figures))
        self.fault, self.field, self.figures = fault, field, figures
        self.words = WORDS[fault]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person says of a task; None is what they have not said.

    So many `times` in each `per`, `minutes` each time; in `error_share` (0 to 1) of them something
    goes wrong; `frustration` from 1 to 5; `wish` from 1 to 5 as in `Wish`.
    """

    title: str
    times: float | None = None
    per: Per = Per.WEEK
    minutes: float | None = None
    error_share: float | None = None
    frustration: int | None = None
    wish: int | None = None
    systems: tuple[str, ...] = ()

    @property
    def between_systems(self) -> bool:
        """Whether it touches two systems or more, so that things are carried between them."""
        return len({one.casefold() for one in self.systems}) > 1


def times_a_week(given: Given) -> float:
    """How many times a week, over a whole year; 0 where nothing is said."""
    return (given.times or 0) * YEARLY[given.per] / YEARLY[Per.WEEK]


def hours_a_week(given: Given) -> float:
    """How many hours a week it takes, over a whole year; 0 where nothing is said."""
    return times_a_week(given) * (given.minutes or 0) / 60


def check_answer(given: Given) -> None:
    """Raise `BadAnswer` for the first thing that cannot be so. What is not said yet may be."""
    title = given.title.strip()
    _check(Fault.NO_TITLE, fine=bool(title), field="title")
    _check(Fault.LONG_TITLE, fine=len(title) <= LONGEST_TITLE, field="title", most=LONGEST_TITLE)
    _check_number(given.times, (Fault.TIMES, Fault.OFTEN), field="times", most=MOST_TIMES)
    _check_number(given.minutes, (Fault.MINUTES, Fault.LONG), field="minutes", most=MOST_MINUTES)
    _check_hours(given)
    share, frustration, wish = given.error_share, given.frustration, given.wish
    _check(Fault.SHARE, fine=share is None or 0 <= share <= 1, field="error_share")
    _check(
        Fault.FRUSTRATION, fine=frustration is None or 1 <= frustration <= 5, field="frustration"
    )
    _check(Fault.WISH, fine=wish is None or wish in list(Wish), field="wish")
    _check(
        Fault.SYSTEMS, fine=len(given.systems) <= MOST_SYSTEMS, field="systems", most=MOST_SYSTEMS
    )
    longest = max(map(len, given.systems), default=0)
    few = longest <= LONGEST_SYSTEM
    _check(Fault.LONG_SYSTEM, fine=few, field="systems", most=LONGEST_SYSTEM)


def _check_number(
    number: float | None, faults: tuple[Fault, Fault], *, field: str, most: int
) -> None:
    if number is None:
        return
    low, high = faults
    _check(Fault.NO_NUMBER, fine=isfinite(number), field=field)
    _check(low, fine=number > 0, field=field)
    _check(high, fine=number <= most, field=field, most=most)


def _check_hours(given: Given) -> None:
    a_day = (given.times or 0) * (given.minutes or 0) / 60
    within = given.per != Per.DAY or a_day <= DAY
    _check(Fault.DAY, fine=within, field="minutes", hours=round(a_day))
    a_week = hours_a_week(given)
    _check(Fault.WEEK, fine=a_week <= DAY * WEEK_DAYS, field="minutes", hours=round(a_week))


def _check(fault: Fault, *, fine: bool, field: str, **figures: int) -> None:
    if not fine:
        raise BadAnswer(fault, field=field, **figures)
