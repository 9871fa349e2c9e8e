"""One day at the company as it is played: messages come, AI looks, people answer in their time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import groupby
from random import Random
from zoneinfo import ZoneInfo

from samspil.core.routing import Level
from samspil.core.skill import Senders
from samspil.demo.actions.agenda import Agenda
from samspil.demo.actions.answering import answer_to
from samspil.demo.actions.senders import message_to
from samspil.demo.queries.cast import EXPERIENCED, Line
from samspil.demo.queries.company import deciders, process_of, team_called
from samspil.demo.queries.samples import Sample
from samspil.people.models import Colleague
from samspil.tenancy.queries import current
from samspil.work import actions as work
from samspil.work.models import Case, Outgoing

FETCHED_AT = (8, 11, 14)
"""Full hours at which the mailboxes are read."""
AI_NEEDS = timedelta(seconds=9)
MAIL_NEEDS = timedelta(seconds=6)
WAITS_MIN = {"1": (8, 170, 45), "2": (6, 190, 60), "3": (2, 70, 14)}
"""Minutes until a person has time for a case of this level: least, most, usual."""
WORKS_MIN = (0.6, 9.0, 2.2)
HANDED_OVER = 0.04
HANDED_NOTE = (
    "The customer has called about this too, twice. Please take it: you have seen this before."
)


def hour_of(day: date, hour: time) -> datetime:
    """That hour of that day on the company's clocks."""
    return datetime.combine(day, hour, ZoneInfo(current().time_zone))


@dataclass(slots=True, kw_only=True)
class Day:
    """One day at the company, as it is played; `staffed` False stands for a night."""

    day: date
    chance: Random
    staffed: bool = True
    agenda: Agenda = field(default_factory=Agenda)
    staff: dict[int, list[Colleague]] = field(default_factory=deciders)
    free_at: dict[int, datetime] = field(default_factory=dict)

    def plan_post(self, line: Line, samples: Sequence[Sample], *, left_open: int) -> None:
        """The day's messages come in a handful at a time; the last few find nobody any more."""
        hours = sorted(self.chance.choice(FETCHED_AT) for _ in samples)
        answered = len(samples) - left_open
        numbered = enumerate(zip(hours, samples, strict=True))
        for hour, group in groupby(numbered, key=lambda one: one[1][0]):
            came = [(sample, number < answered) for number, (_, sample) in group]
            minute = self.chance.randrange(50)
            self.plan_arrival(line, came, at=hour_of(self.day, time(hour, minute)))

    def plan_arrival(
        self, line: Line, came: Sequence[tuple[Sample, bool]], *, at: datetime
    ) -> None:
        """These messages come in together; each with whether somebody has time to answer it."""
        self.agenda.plan(at, partial(self._arrive, line=line, came=came))

    def _arrive(self, at: datetime, *, line: Line, came: Sequence[tuple[Sample, bool]]) -> None:
        arrivals = [message_to(line, sample) for sample, _ in came]
        opened = work.open_cases(arrivals, process=process_of(line), at=at).cases
        routed = partial(self._look, cases=opened, came=came)
        self.agenda.plan(at + AI_NEEDS, routed)

    def _look(
        self, at: datetime, *, cases: Sequence[Case], came: Sequence[tuple[Sample, bool]]
    ) -> None:
        """AI looks at the cases; those that somebody will answer wait for a free person.

        Experienced people go home only when nobody waits who is in a hurry or dissatisfied.
        """
        work.propose_and_route([case.pk for case in cases], at=at)
        for case, (sample, answered) in zip(cases, came, strict=True):
            case.refresh_from_db()
            if answered or (self.staffed and case.level == Level.EXPERIENCED):
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
        by_customer = case.process.senders == Senders.CUSTOMERS
        if by_customer and not handed_over and self.chance.random() < HANDED_OVER:
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
