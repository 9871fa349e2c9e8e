"""Judging a case before AI's answer is seen, as a person does."""

from datetime import timedelta

from samspil.people.models import Colleague
from samspil.work.actions.judging import judge_first
from samspil.work.models import Case, FirstJudgement, Proposal
from tests.factories import MONDAY_9

NOW = MONDAY_9 + timedelta(hours=1)


def ais(case: Case) -> str:
    """The topic AI thought of first."""
    return str(Proposal.objects.get(case=case, round=case.round).options[0]["result"])


def other(case: Case) -> str:
    """A topic that AI did not think of first."""
    return str(case.process.topics.exclude(key=ais(case)).order_by("key")[0].key)


def judged(case: Case) -> FirstJudgement:
    """What was kept of the judgement."""
    return FirstJudgement.objects.get(case=case, round=case.round)


def agree(case: Case, by: Colleague) -> None:
    """Find what AI found."""
    judge_first(case, topic=ais(case), by=by, at=NOW)


def disagree(case: Case, by: Colleague) -> None:
    """Find something else."""
    judge_first(case, topic=other(case), by=by, at=NOW)
