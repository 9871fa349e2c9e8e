"""Some weeks of made-up work to look at, lived through the actions that real clicks use."""

from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.core.lifecycle import Stage
from samspil.core.roles import Action
from samspil.founding.queries.sampling import (
    ACROSS,
    LEFT_OPEN,
    SampleMessage,
    sample_messages,
    sample_process,
)
from samspil.inbox.models import Import
from samspil.people.models import Colleague, Team
from samspil.people.queries import check_may, teams
from samspil.tenancy.queries import current
from samspil.work import actions as work
from samspil.work.models import Case, Process, Topic

SAMPLE = "founding.sample"
SEED = 20260302
LOOKED_AFTER = timedelta(minutes=1)


@transaction.atomic
def ask_for_sample(*, by: Colleague, at: datetime) -> Process:
    """Have the weeks played in the background; with a sample here already, nothing is done."""
    check_may(by, Action.CHANGE_ORGANISATION)
    there = sample_process()
    if there is not None:
        return there
    made = work.begin_sample(name=_("Sample: customer service"), team=_team(by), by=by, at=at)
    payload = {"organisation": str(current().public_id), "by": str(by.public_id)}
    enqueue(SAMPLE, {**payload, "at": at.isoformat()})
    return made


def play_sample(*, by: Colleague, at: datetime) -> int:
    """Play the weeks before `at`; returns how many cases there are. Safe to run twice."""
    process = sample_process()
    if process is None:
        return 0
    chance = Random(SEED)  # noqa: S311 - a play that must always run alike
    messages = sample_messages(process.organisation.language)
    step = ACROSS / max(1, len(messages))
    for place, message in enumerate(messages):
        came = at - ACROSS + step * place
        last = place >= len(messages) - LEFT_OPEN
        _play(process, message, by=None if last else by, at=came, chance=chance)
    return Case.objects.filter(process=process).count()


def remove_sample(*, by: Colleague, at: datetime) -> int:
    """Remove all of it, with what people added; returns how many cases there were."""
    check_may(by, Action.CHANGE_ORGANISATION)
    process = sample_process()
    if process is None:
        return 0
    with transaction.atomic():
        Import.objects.filter(process=process).delete()
        return work.remove_sample(process, by=by, at=at)


@transaction.atomic
def _play(
    process: Process,
    message: SampleMessage,
    *,
    by: Colleague | None,
    at: datetime,
    chance: Random,
) -> None:
    """One message arrives, AI looks at it, and somebody, if anybody, decides it later."""
    arrival = work.Arrival(text=message.text, external_id=message.id, sender=message.sender)
    opened = work.open_cases([arrival], process=process, at=at)
    wait = timedelta(minutes=chance.randint(20, 240))
    if not opened.cases:
        return
    work.propose_and_route([opened.cases[0].pk], at=at + LOOKED_AFTER)
    case = Case.objects.get(pk=opened.cases[0].pk)
    if by is None or case.stage != Stage.WAITING:
        return
    work.claim(case, by=by, at=at + wait)
    topic = message.topic or case.topic
    work.decide(
        case,
        answer=_answer(case, topic),
        topic=topic,
        by=by,
        at=at + wait + timedelta(minutes=3),
        simulated=True,
    )


def _answer(case: Case, topic: str) -> str:
    """AI's draft where AI named the topic, else the reply that belongs to it."""
    proposal = case.proposals.first()
    if proposal is not None and proposal.draft and case.topic == topic:
        return str(proposal.draft)
    found = Topic.objects.filter(process=case.process, key=topic).first()
    return work.as_draft(str(found.replies.get(case.language or "en", ""))) if found else ""


def _team(by: Colleague) -> Team:
    there = teams()
    return next((one for one in there if one.members.filter(pk=by.pk).exists()), there[0])
