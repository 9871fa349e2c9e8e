"""What a forecast of the queue means, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.evidence.queue_ahead import Day


class Meaning(StrEnum):
    """What the coming days hold, gravest last."""

    UNKNOWN = "unknown"
    DONE = "done"
    STEADY = "steady"
    MAY_BE_LATE = "may_be_late"
    ONE_LATE = "one_late"
    RECOVERS = "recovers"
    LATE = "late"
    FALLS_BEHIND = "falls_behind"


WORDS = {
    Meaning.UNKNOWN: "Too little has arrived so far to look ahead.",
    Meaning.DONE: "Every case should be done in time; on most days nothing is left over.",
    Meaning.STEADY: "Every case should be done in time; some wait meanwhile: about {cases}.",
    Meaning.MAY_BE_LATE: "If much arrives, cases will be late from {day}: up to {cases}.",
    Meaning.ONE_LATE: "By {day} one case will be late.",
    Meaning.RECOVERS: "About {cases} cases will be late at first; by {day} none should be.",
    Meaning.LATE: "By {day} about {cases} cases will be late.",
    Meaning.FALLS_BEHIND: (
        "More arrives than people have time for: by {day} about {cases} cases will be late, and "
        "it goes on growing."
    ),
}
"""English sentences; `{day}` is a day as pages write it, `{cases}` a whole number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The meaning, and what fills its sentence: a day's number (None: no day is named), cases."""

    meaning: Meaning
    day: int | None = None
    cases: int = 0


def outlook(days: Sequence[Day]) -> Outlook:
    """Say in one sentence what the days ahead mean; late is worse than long."""
    if not days:
        return Outlook(meaning=Meaning.UNKNOWN)
    worst = max(days, key=lambda day: day.late.middle)
    if worst.late.middle > 0:
        return _late(days, worst)
    bad = [day for day in days if day.late.high > 0]
    if bad:
        most = max(day.late.high for day in bad)
        return Outlook(meaning=Meaning.MAY_BE_LATE, day=bad[0].day, cases=round(most))
    longest = max(day.waiting.middle for day in days)
    if longest > 0:
        return Outlook(meaning=Meaning.STEADY, cases=round(longest))
    return Outlook(meaning=Meaning.DONE)


def _late(days: Sequence[Day], worst: Day) -> Outlook:
    cases = round(worst.late.middle)
    if cases == 1:
        return Outlook(meaning=Meaning.ONE_LATE, day=worst.day, cases=1)
    if worst is days[0] and not days[-1].late.middle:
        after = [day for day in days if day.late.middle][-1].day + 1
        return Outlook(meaning=Meaning.RECOVERS, day=after, cases=cases)
    half = days[len(days) // 2]
    last = days[-1].late.middle == worst.late.middle  # over a closed weekend it grows no further
    grows = last and half.late.middle < cases and days[0].late.middle < cases
    behind = grows and len(days) > 1 and days[-1].waiting.low > days[0].waiting.high
    meaning = Meaning.FALLS_BEHIND if behind else Meaning.LATE
    return Outlook(meaning=meaning, day=worst.day, cases=cases)
