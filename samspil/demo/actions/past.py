"""Live through the past weeks: every day's messages, decisions and events, in their order.

All through the actions that real people's clicks use, with the hour they are played at. Every
decision is marked as simulated.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import groupby
from random import Random
from zoneinfo import ZoneInfo

from django.db import transaction

from samspil.demo.actions.agenda import Agenda
from samspil.demo.actions.answering import answer_to
from samspil.demo.actions.customers import message_from_customer
from samspil.demo.actions.events import plan_events
from samspil.demo.actions.founding import teach
from samspil.demo.queries.cast import EXPERIENCED, LINES, Line
from samspil.demo.queries.company import deciders, process_of, team_called
from samspil.demo.queries.samples import Sample, Sizes, lessons, past_messages
from samspil.people.models import Colleague
from samspil.tenancy.queries import current
from samspil.work import actions as work
from samspil.work.models import Case, Outgoing

SEED = 20260302
FETCHED_AT = (8, 9, 10, 11, 13, 14)
"""Full hours at which the mailboxes are read."""
AI_NEEDS = timedelta(seconds=9)
MAIL_NEEDS = timedelta(seconds=6)
WAITS_MIN = {"1": (8, 170, 45), "2": (6, 190, 60), "3": (2, 70, 14)}
"""Minutes until a person has time for a case of this level: least, most, usual."""
WORKS_MIN = (0.6, 9.0, 2.2)
HANDED_OVER = 0.04
LEFT_OPEN = 4
"""So many messages of each line, the last day's last, still wait this morning."""
EVENING = time(17, 30)
HANDED_NOTE = "The customer has called about this too. I found the order; you know the rest."

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


def live_through(*, sizes: Sizes, today: date, progress: Progress) -> None:
    """Play the weeks before `today`, each day all or not at all; days played before stay."""
    days = working_days(sizes.days, before=today)
    done = 0
    for number, (day, posts) in enumerate(zip(days, _dealt(sizes), strict=True)):
        if not _was_played(posts):
            left_open = LEFT_OPEN if day == days[-1] else 0
            chance = Random(f"{SEED} {number}")  # noqa: S311 - a play that must always run alike
            with transaction.atomic():
                played = _Day(day=day, chance=chance, left_open=left_open)
                plan_events(played.agenda, number=number, days=len(days), hour=partial(_hour, day))
                for line, samples in posts.items():
                    played.plan_messages(line, samples)
                played.agenda.play()
        done += sum(len(samples) for samples in posts.values())
        progress(done)


def _was_played(posts: Mapping[Line, Sequence[Sample]]) -> bool:
    numbers = [sample.id for samples in posts.values() for sample in samples]
    return Case.objects.filter(external_id__in=numbers).exists()


def learn_from_the_past(line: Line, *, sizes: Sizes, today: date) -> None:
    """Teach AI again, with what people decided in the past weeks among the examples."""
    at = _hour(working_days(1, before=today)[0], EVENING)
    teach(line, [*lessons(line, sizes), *past_messages(line, sizes)], at=at)


def _dealt(sizes: Sizes) -> list[dict[Line, list[Sample]]]:
    """Which messages come on which day."""
    posts: list[dict[Line, list[Sample]]] = [{} for _ in range(sizes.days)]
    for line in LINES:
        samples = past_messages(line, sizes)
        Random(SEED).shuffle(samples)  # noqa: S311 - see above
        for number, post in enumerate(posts):
            post[line] = samples[number :: sizes.days]
    return posts


def _hour(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(current().time_zone))


@dataclass(slots=True, kw_only=True)
class _Day:
    """One day at the company, as it is played."""

    day: date
    chance: Random
    left_open: int
    agenda: Agenda = field(default_factory=Agenda)
    staff: dict[int, list[Colleague]] = field(default_factory=deciders)
    free_at: dict[int, datetime] = field(default_factory=dict)

    def plan_messages(self, line: Line, samples: Sequence[Sample]) -> None:
        """The day's messages come in a handful at a time."""
        hours = sorted(self.chance.choice(FETCHED_AT) for _ in samples)
        answered = len(samples) - self.left_open
        numbered = enumerate(zip(hours, samples, strict=True))
        for hour, group in groupby(numbered, key=lambda one: one[1][0]):
            came = [(sample, number < answered) for number, (_, sample) in group]
            minute = self.chance.randrange(50)
            arrive = partial(self._arrive, line=line, came=came)
            self.agenda.plan(_hour(self.day, time(hour, minute)), arrive)

    def _arrive(self, at: datetime, *, line: Line, came: Sequence[tuple[Sample, bool]]) -> None:
        arrivals = [message_from_customer(sample) for sample, _ in came]
        opened = work.open_cases(arrivals, process=process_of(line), at=at).cases
        routed = partial(self._look, cases=opened, came=came)
        self.agenda.plan(at + AI_NEEDS, routed)

    def _look(
        self, at: datetime, *, cases: Sequence[Case], came: Sequence[tuple[Sample, bool]]
    ) -> None:
        """AI looks at the cases; then those that get an answer today wait for a free person."""
        work.propose_and_route([case.pk for case in cases], at=at)
        for case, (sample, answered) in zip(cases, came, strict=True):
            case.refresh_from_db()
            if answered:
                self._plan_person(case, sample, after=at)

    def _plan_person(
        self, case: Case, sample: Sample, *, after: datetime, handed_over: bool = False
    ) -> None:
        least, most, usual = WAITS_MIN[case.level]
        waits = timedelta(minutes=self.chance.triangular(least, most, usual))
        person, at = self._first_free(case.team_id, from_=after + waits)
        works = timedelta(minutes=self.chance.triangular(*WORKS_MIN))
        self.free_at[person.pk] = at + works
        self.agenda.plan(at, lambda hour: work.claim(case, by=person, at=hour))
        end = partial(self._decide, case=case, sample=sample, person=person)
        if not handed_over and self.chance.random() < HANDED_OVER:
            end = partial(self._hand_over, case=case, sample=sample, person=person)
        self.agenda.plan(at + works, end)

    def _first_free(self, team: int | None, *, from_: datetime) -> tuple[Colleague, datetime]:
        """Who of the team has time first, from this hour on, and when."""
        people = self.staff[team or 0]
        self.chance.shuffle(people)
        person = min(people, key=lambda one: max(from_, self.free_at.get(one.pk, from_)))
        return person, max(from_, self.free_at.get(person.pk, from_))

    def _decide(self, at: datetime, *, case: Case, sample: Sample, person: Colleague) -> None:
        answer = answer_to(case, sample, chance=self.chance)
        decision = work.decide(
            case, answer=answer.text, topic=answer.topic, by=person, at=at, simulated=True
        )
        letters = Outgoing.objects.filter(case=case, round=decision.round)
        ids = list(letters.values_list("pk", flat=True))
        self.agenda.plan(at + MAIL_NEEDS, partial(_deliver, ids))

    def _hand_over(self, at: datetime, *, case: Case, sample: Sample, person: Colleague) -> None:
        """Pass it to the team that takes what is hard; one of them answers it later."""
        work.hand_over(case, to=team_called(EXPERIENCED), note=HANDED_NOTE, by=person, at=at)
        self._plan_person(case, sample, after=at, handed_over=True)


def _deliver(ids: Sequence[int], at: datetime) -> None:
    work.deliver(ids, at=at)
