"""Hours saved a month by what is to be started: estimated, and measured where that is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.allocation.queries import portfolio
from samspil.core.allocation.portfolio import Advice
from samspil.core.measures.spread import Spread
from samspil.core.payback import WEEKS, YEAR
from samspil.core.scenarios.guessing import Guess, summed
from samspil.measures.models import Baseline
from samspil.measures.queries import last_months, latest_baselines

HOUR_MINUTES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredGain:
    """What a process saved in the last month that is over, in hours."""

    process: str
    hours: Guess


@dataclass(frozen=True, slots=True, kw_only=True)
class Gains:
    """Estimates of tasks that are to be started, and in place of those in measured processes what
    is measured there; None where nobody may tell."""

    guessed: Guess | None
    tasks: Sequence[str]
    measured: Sequence[MeasuredGain]

    @property
    def hours(self) -> Guess | None:
        """All that is measured."""
        return summed([one.hours for one in self.measured]) if self.measured else None


def gains(*, now: datetime) -> Gains:
    """What is gained by now, in three statements more than the portfolio takes.

    A process counts as measured where it has a baseline, somebody means to start a task of it, and
    its last month had five cases and people.
    """
    begun = [row for row in portfolio(now=now).rows if row.advice is Advice.START]
    of_tasks = {row.one.task.process_id for row in begun}
    baselines = latest_baselines()
    months = last_months([pk for pk in baselines if pk in of_tasks], now=now)
    measured = {
        pk: MeasuredGain(process=baselines[pk].process.name, hours=saved(baselines[pk], spread))
        for pk, spread in months.items()
    }
    left = [row for row in begun if row.one.task.process_id not in measured]
    hours = [
        Guess(
            low=row.candidate.gain.low * WEEKS / YEAR,
            likely=row.candidate.gain.middle * WEEKS / YEAR,
            high=row.candidate.gain.high * WEEKS / YEAR,
        )
        for row in left
    ]
    return Gains(
        guessed=summed(hours) if hours else None,
        tasks=[row.one.task.title for row in left],
        measured=list(measured.values()),
    )


def saved(before: Baseline, now: Spread) -> Guess:
    """Hours of a month's cases: the median before less the median now, and as far as either is
    surely known; never below 0."""
    low = (before.sure_low or before.minutes) - (now.sure_high or now.high)
    high = (before.sure_high or before.minutes) - (now.sure_low or now.low)
    middle = before.minutes - now.median
    hours = sorted(max(each, 0.0) * now.n / HOUR_MINUTES for each in (low, middle, high))
    return Guess(low=hours[0], likely=hours[1], high=hours[2])
