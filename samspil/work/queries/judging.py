"""What people found before they saw AI's answer, and what it says of both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from samspil.core.anonymity import told_until
from samspil.core.evidence.beside import Judged, Options, Team, compare_judged, learn_team
from samspil.core.evidence.gain import Ways
from samspil.core.evidence.together import FEWEST_LOOKS
from samspil.people.models import Colleague
from samspil.people.queries import day_of, deciders_there, midnight
from samspil.tenancy.queries import current
from samspil.work.models import Case, FirstJudgement, Process

MOST = 1_000
"""The latest cases judged first that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A person, AI and both together on the same cases; `ways` is None of too few.

    `people` is how many different ones decided them, `second_looks` how many cases a second person
    looked at. `simulated` of the cases are a demonstration's. Told is up to the end of the last
    month in which five people or more decided; before there is one, only AI is told: where people
    are not overruled, what both together say is what people said.
    """

    cases: int
    people: int
    second_looks: int
    simulated: int
    ways: Ways | None

    @property
    def missing(self) -> int:
        """How many cases are missing until the three are compared."""
        return max(0, FEWEST_LOOKS - self.cases)

    @property
    def told(self) -> bool:
        """Whether enough people judged to tell how often they were right."""
        return self.ways is not None and self.ways.people is not None


def judgement_of(case: Case) -> FirstJudgement | None:
    """What was found in this round before AI's answer was seen, with that answer."""
    found = FirstJudgement.objects.select_related("proposal")
    return found.filter(case=case, round=case.round).first()


def options_of(options: Sequence[Mapping[str, Any]]) -> Options:
    """A proposal's options, each with its confidence."""
    return {one["result"]: float(one["confidence"]) for one in options}


def team_knowledge(process: Process) -> Team:
    """What the latest cases that were judged first teach of people and AI, in two statements."""
    judged = [_judged(row) for row in _rows(process)]
    return learn_team(judged, topics=process.topics.values_list("key", flat=True))


def comparison_of(process: Process, *, at: datetime) -> Comparison:
    """How a person, AI and both together did on the latest of these cases, in two statements.

    Who judged is not kept, so those count who decided what nobody looked at twice.
    """
    rows = _rows(process)
    home = current()
    days = [(day_of(row[6], home), row[3]) for row in rows if not row[5]]
    until = told_until(days, today=day_of(at, home))
    if until is not None:
        rows = [row for row in rows if row[6] < midnight(until, home)]
    people = {row[3] for row in rows if not row[5]} if until else ()
    return Comparison(
        cases=len(rows),
        people=len(people),
        second_looks=sum(row[5] for row in rows),
        simulated=sum(row[4] for row in rows),
        ways=compare_judged([_judged(row) for row in rows], people=len(people)),
    )


def somebody_else(case: Case, judge: Colleague, *, at: datetime) -> bool:
    """Whether anybody but this judge is there who may take the case."""
    there = deciders_there(case.team_id, on=day_of(at, judge.organisation))
    return any(one != judge.pk for one in there)


def is_first_judge(colleague: Colleague, case: Case) -> bool:
    """Whether this colleague has judged the case already in its present round."""
    mine = FirstJudgement.objects.filter(case=case, round=case.round, by=colleague)
    return mine.exists()


Row = tuple[str, str, list[dict[str, Any]], int, bool, bool, datetime]


def _rows(process: Process) -> list[Row]:
    """The latest first."""
    found = FirstJudgement.objects.filter(
        process=process, case__decisions__round=F("round")
    ).exclude(decided="")
    columns = (
        "topic",
        "decided",
        "proposal__options",
        "case__decisions__by",
        "case__decisions__simulated",
        "second_look",
        "case__decisions__at",
    )
    return list(found.order_by("-pk").values_list(*columns)[:MOST])


def _judged(row: Row) -> Judged:
    said, decided, options, *_ = row
    return Judged(options=options_of(options), said=said, decided=decided)
