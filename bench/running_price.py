"""What a running price brings where more is asked of people than they have minutes for.

Two years of a help desk's real arrivals, spread over eight hours a day; each is a question of
Banking77 that AI answers and was not taught, so that how sure it is and whether it is wrong are
real. Minutes are made up, and people have half of those that arrive. Orders: first due first
(baseline); the running price; worth most first, with no price, beside it. An error is prevented
where people get to a case that AI would get wrong.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from bench.place import data
from bench.queue_ahead import BEGIN, MINUTES, arrivals_of
from bench.report import Row, at_least
from bench.triage_accuracy import QUICK_SHARE, banking
from samspil.core.evidence.capacity import Waiting, share_out
from samspil.core.evidence.habits import Flags, Numbers, Places
from samspil.core.evidence.running_price import Hour, Look, asked, course
from samspil.core.skill import Brief
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.training import lesson

HOURS, ALLOWED = 8, 16
"""Open hours of a day, and those within which a case is due."""
LOAD = 2.0
SHARE = 4
"""One training example in so many is learned from: AI errs in about an eighth of the cases."""
JUDGED = 1_000
QUICK_DAYS, QUICK_QUESTIONS = 250, 600
SETTLED = 30 * HOURS
"""From this hour on the price is looked at."""
NEVER = 1e9
Order = Callable[["Desk"], Places]


@dataclass(slots=True, kw_only=True)
class Desk:
    """What waits at an hour, and what came of the cases so far."""

    sure: Numbers
    wrong: Flags
    minutes: Numbers
    came: Numbers
    budget: float
    price: float = 0.0
    hour: int = 0
    waits: list[int] = field(default_factory=list)
    done: dict[int, int] = field(default_factory=dict)
    asked: list[float] = field(default_factory=list)

    @property
    def due(self) -> Numbers:
        """The hour by which each case is due."""
        return self.came + ALLOWED

    def prevented(self) -> int:
        """Errors of AI that people came to."""
        return sum(bool(self.wrong[one]) for one in self.done)

    def in_time(self) -> int:
        """Those of them that they came to before the case was due."""
        return sum(bool(self.wrong[one]) for one, at in self.done.items() if at <= self.due[one])

    def longest(self) -> int:
        """Open hours after which nine of ten cases that people got to were done."""
        waited = [at - self.came[one] for one, at in self.done.items()]
        return round(float(np.quantile(waited, 0.9)))


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield every row; quick learns from fewer examples, asks fewer questions, and ends sooner."""
    path = data("process_logs", "helpdesk.csv")
    if path is None or data("banking77", "test.csv") is None:
        return
    sure, wrong = _answers(quick=quick)
    made = _desk(arrivals_of(path)[: QUICK_DAYS if quick else None], sure, wrong)
    due, priced, worth = (
        _lived(made(), order) for order in (_by_deadline, _by_price, _by_worth)
    )  # fmt: skip
    total = int(priced.wrong.sum())
    name = "errors prevented within the same minutes"
    goal = due.prevented()
    yield at_least(name, f"of {total}", priced.prevented(), goal=goal, baseline=goal)
    for name, lived in (
        ("in time, at the running price", priced),
        ("in time, worth most first", worth),
    ):
        yield Row(name=name, unit=f"of {total}", value=lived.in_time(), baseline=due.in_time())
    name = "open hours in which nine of ten were done"
    yield Row(name=name, unit="hours", value=priced.longest(), baseline=due.longest())
    name = "minutes that the settled price lets through"
    let_through = float(np.mean(priced.asked[SETTLED:])) / priced.budget
    yield Row(name=name, unit="of those there are", value=let_through, baseline=LOAD)


def _answers(*, quick: bool) -> tuple[Numbers, Flags]:
    """How sure AI is of each question it was not taught, and whether it is wrong."""
    split, every = banking(), QUICK_SHARE if quick else SHARE
    drawn = np.random.default_rng(0).permutation(len(split.test_texts))
    drawn = drawn[: QUICK_QUESTIONS if quick else None]
    taught = lesson(split.texts[::every], split.labels[::every],
                    origins=split.origins[::every], enough=JUDGED)  # fmt: skip
    proposals = Triage(model=taught.model).propose(
        [Brief(text=split.test_texts[one]) for one in drawn]
    )
    said = np.array([one.best.result if one.best else "" for one in proposals])
    sure = np.array([one.sureness or 0.0 for one in proposals])
    return sure, said != np.array(split.test_labels)[drawn]


def _desk(arrivals: Places, sure: Numbers, wrong: Flags) -> Callable[[], Desk]:
    """The same cases each time; what comes at a weekend comes on Monday morning."""
    chance = np.random.default_rng(1)
    many = int(arrivals.sum())
    days = np.repeat(np.arange(len(arrivals)), arrivals)
    working = np.array(
        [(BEGIN.toordinal() + day) % 7 in range(1, 6) for day in range(len(arrivals))]
    )
    opened = (np.cumsum(working) - working)[days] * HOURS
    came = opened + np.where(working[days], chance.integers(0, HOURS, many), 0)
    drawn = chance.integers(0, len(sure), many)
    minutes = chance.lognormal(np.log(MINUTES) - 0.18, 0.6, many)
    budget = float(minutes.sum()) / (working.sum() * HOURS) / LOAD
    return lambda: Desk(
        sure=sure[drawn], wrong=wrong[drawn], minutes=minutes, came=came.astype(float),
        budget=budget,
    )  # fmt: skip


def _lived(desk: Desk, order: Order) -> Desk:
    """Hour by hour: what came, what people get to in that order, and where the price goes."""
    left, place, by_time = 0.0, 0, np.argsort(desk.came, kind="stable")
    for hour in range(int(desk.came.max()) + 1):
        desk.hour = hour
        while place < len(by_time) and desk.came[by_time[place]] <= hour:
            desk.waits.append(int(by_time[place]))
            place += 1
        left = min(left, 0.0) + desk.budget
        looks = [_look(desk, one) for one in desk.waits if desk.due[one] == hour]
        for one in order(desk) if desk.waits else ():
            if left <= 0:
                break
            case = int(one)
            left -= desk.minutes[case]
            desk.done[case] = hour
            if desk.due[case] > hour:
                looks.append(_look(desk, case))
        desk.waits = [one for one in desk.waits if one not in desk.done]
        worth = [one for one in looks if asked(one, price=desk.price, usual=MINUTES)]
        desk.asked.append(sum(one.minutes for one in worth))
        lived = Hour(budget=desk.budget, looks=tuple(looks))
        (desk.price,) = course(desk.price, [lived], usual=MINUTES)
    return desk


def _look(desk: Desk, case: int) -> Look:
    return Look(minutes=float(desk.minutes[case]), gain=1 - float(desk.sure[case]), barred=False)


def _turn(desk: Desk, *, price: float) -> Places:
    """The product's own order of what waits at this price, however many minutes there are."""
    waits = np.array(desk.waits)
    ones = np.ones(len(waits))
    cases = Waiting(
        sure=desk.sure[waits], three=ones, barred=ones < 0, gain=1 - desk.sure[waits], cost=ones,
        minutes=ones * MINUTES, due=desk.due[waits],
    )  # fmt: skip
    return waits[list(share_out(cases, threshold=None, minutes=NEVER, price=price).asked)]


def _by_deadline(desk: Desk) -> Places:
    return _turn(desk, price=NEVER)


def _by_price(desk: Desk) -> Places:
    return _turn(desk, price=desk.price)


def _by_worth(desk: Desk) -> Places:
    return _turn(desk, price=0.0)
