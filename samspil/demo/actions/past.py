"""Live through the past weeks, and through last night, up to the hour the viewer comes in.

All through the actions that real people's clicks use, with the hour they are played at. Every
decision is marked as simulated.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random

from django.db import transaction

from samspil.demo.actions.day import Day, hour_of
from samspil.demo.actions.events import plan_events
from samspil.demo.actions.founding import teach
from samspil.demo.queries.cast import DANISH, LINES, Line
from samspil.demo.queries.company import decided_topics, process_of
from samspil.demo.queries.samples import Sample, Sizes, lessons, past_messages
from samspil.teaching import actions as teaching
from samspil.work import actions as work
from samspil.work.models import Case, RunningPrice

SEED = 20260302
LEFT_OPEN = 2
"""So many messages of each line, the last day's last, still wait this morning."""
AT_NIGHT = 5
"""So many messages of each line came after the last working day; nobody has answered them."""
NIGHT_POST = (time(5, 40), time(6, 25), time(7, 10), time(7, 55), time(8, 35), time(9, 20))
EVENING_BEFORE = time(20, 50)
MORNING, EVENING = time(7), time(19)
FRIDAY = 4

Progress = Callable[[int], None]
"""Told how many messages are done with so far."""


def working_days(number: int, *, before: date) -> list[date]:
    """So many weekdays, the last of them the one before `before`."""
    found: list[date] = []
    day = before
    while len(found) < number:
        day -= timedelta(days=1)
        if day.weekday() < 5:
            found.append(day)
    return found[::-1]


def messages_of_the_weeks(sizes: Sizes) -> int:
    """How many messages `live_through` plays."""
    return sum(len(_shuffled(line, sizes)[AT_NIGHT:]) for line in LINES)


def live_through(*, sizes: Sizes, today: date, progress: Progress) -> None:
    """Play the weeks before `today`, each day all or not at all; days played before stay."""
    days = working_days(sizes.days, before=today)
    posts = [{line: _post(line, number, sizes) for line in LINES} for number in range(len(days))]
    done = 0
    for number, (day, post) in enumerate(zip(days, posts, strict=True)):
        if not _came(sample for samples in post.values() for sample in samples):
            played = _day(day, number)
            plan_events(played.agenda, number=number, days=len(days), hour=partial(hour_of, day))
            for line, samples in post.items():
                played.plan_post(line, samples, left_open=LEFT_OPEN if day == days[-1] else 0)
            _play(played)
        done += sum(len(samples) for samples in post.values())
        progress(done)
    _let_prices_follow(days)


@transaction.atomic
def _let_prices_follow(days: Sequence[date]) -> None:
    """Move what a minute must save through these weeks.

    The worker beside us knows the real time only, and had it begin today: so it begins anew. At
    once, or the worker might begin it again in between.
    """
    RunningPrice.objects.all().delete()
    work.move_prices(at=hour_of(days[0], MORNING))
    for day in days:
        if day.weekday() == FRIDAY or day == days[-1]:
            work.move_prices(at=hour_of(day, EVENING))


def learn_from_the_past(line: Line, *, sizes: Sizes, today: date) -> None:
    """Teach AI again, with what people decided in the past weeks among the examples.

    What was learned is tried in full in one line, to look at; in all of them it would take longer
    than all the rest.
    """
    topics = decided_topics(process_of(line))
    decided = [
        sample.with_topic(topics[sample.id])
        for sample in past_messages(line, sizes)
        if sample.id in topics
    ]
    at = hour_of(working_days(1, before=today)[0], EVENING)
    plan = teaching.IN_FULL if line == DANISH else teaching.ONCE
    teach(line, [*lessons(line, sizes), *decided], plan=plan, at=at)


def live_through_the_night(*, sizes: Sizes, now: datetime, today: date) -> None:
    """Messages come in until shortly before `now`, and wait."""
    mornings = [at for at in (hour_of(today, post) for post in NIGHT_POST) if at < now]
    played = _day(today, sizes.days, staffed=False)
    for line in LINES:
        samples = _at_night(line, sizes)
        if _came(samples):
            continue
        for sample in samples:
            at = played.chance.choice(mornings or [hour_of(today - timedelta(1), EVENING_BEFORE)])
            played.plan_arrival(line, [(sample, False)], at=at)
    _play(played)


def _day(day: date, number: int, *, staffed: bool = True) -> Day:
    chance = Random(f"{SEED} {number}")  # noqa: S311 - a play that must always run alike
    return Day(day=day, chance=chance, staffed=staffed)


@transaction.atomic
def _play(played: Day) -> None:
    played.agenda.play()


def _came(samples: Iterable[Sample]) -> bool:
    numbers = [sample.id for sample in samples]
    return Case.objects.filter(external_id__in=numbers).exists()


def _shuffled(line: Line, sizes: Sizes) -> list[Sample]:
    samples = past_messages(line, sizes)
    Random(SEED).shuffle(samples)  # noqa: S311 - see above
    return samples


def _post(line: Line, number: int, sizes: Sizes) -> list[Sample]:
    """The line's messages on day `number` (from 0)."""
    return _shuffled(line, sizes)[AT_NIGHT:][number :: sizes.days]


def _at_night(line: Line, sizes: Sizes) -> list[Sample]:
    return _shuffled(line, sizes)[:AT_NIGHT]
