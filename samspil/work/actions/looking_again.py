"""AI looks at messages that joined a case: a cue makes the case more pressing, nothing less."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samspil.core.lifecycle import Stage
from samspil.core.looking import Seen, ask, facts_of
from samspil.core.routing import Reason, Routing, route
from samspil.journal.actions import record
from samspil.people.queries import SYSTEM, actor, ai_colleague
from samspil.work.actions.noting import about_case
from samspil.work.actions.proposing import propose_and_route
from samspil.work.actions.showing import SHOWN, show_answer
from samspil.work.models import Case, Proposal
from samspil.work.queries import (
    rules_of,
    skill_of,
    stopped,
    team_of_level,
    texts_of_round,
    timings,
    wishes_of,
    written_by_staff,
)
from samspil.work.queries.contesting import open_complaint

CUES = frozenset(
    {
        Reason.DISSATISFIED,
        Reason.VULNERABLE,
        Reason.URGENT,
        Reason.WANTS_PERSON,
        Reason.IDENTITY_FOUND,
        Reason.HIDDEN_TEXT,
    }
)
OPEN = (Stage.WAITING, Stage.CLAIMED)


def look_again(case_ids: Sequence[int], *, at: datetime) -> int:
    """Route those that have just arrived, and raise the risk of open ones; returns how many rose.

    Reads every message of the round, so that no cue is lost where several came before AI looked.
    Safe to run twice. Where AI is stopped nothing is looked at.
    """
    propose_and_route(case_ids, at=at)
    cases = Case.objects.among(case_ids).filter(stage__in=OPEN).select_related("process")
    return sum(_look(case, at=at) for case in cases.order_by("pk"))


def _look(case: Case, *, at: datetime) -> bool:
    if stopped(case.process) or wishes_of([case]) or open_complaint(case):
        return False
    texts = texts_of_round(case)
    skill = skill_of(case.process)
    rules = rules_of(case.process, case.process.topics.all(), version=skill.version)
    ways = []
    made = ask(
        skill,
        texts,
        senders=rules.senders,
        moved=rules.moved,
        of_staff=[bool(written_by_staff([case]))] * len(texts),
        about_people=rules.about_people,
    )
    for text, proposal in zip(texts, made, strict=True):
        seen = Seen(text=text, identity_found=bool(case.masked), hidden_text=case.hidden_text)
        ways.append(route(facts_of(seen, proposal=proposal, rules=rules)))
    gravest = max(
        (way for way in ways if way.reason in CUES), key=lambda way: way.risk, default=None
    )
    return gravest is not None and raise_risk(case, gravest, at=at)


@transaction.atomic
def raise_risk(case: Case, way: Routing, *, at: datetime) -> bool:
    """Write the graver routing, if it is graver; whoever holds the case keeps it.

    What a hard rule claims nobody has to judge first.
    """
    clocks = timings(case.process, at=at)
    times = clocks.times(case.process, began=at, level=way.level)
    changes: dict[str, object] = {
        "route": way.route,
        "reason": way.reason,
        "quote": way.quote[:300],
        "level": way.level,
        "risk": way.risk,
        "sorted_alone": False,
        "due_at": min(case.due_at, times.due_at),
        "escalates_at": at,
    }
    if case.hides_answer:
        show_answer(case, Proposal.objects.filter(case=case, round=case.round).first())
        changes |= {name: getattr(case, name) for name in SHOWN}
    if case.stage == Stage.WAITING:
        changes["team"] = team_of_level(case.process).get(way.level, case.team_id)
    still = Case.objects.filter(pk=case.pk, stage=case.stage, round=case.round, risk__lt=way.risk)
    if not still.update(**changes):
        return False
    ai = ai_colleague(case.process.skill)
    who = actor(ai) if ai else SYSTEM
    record([about_case(case, "risk_raised", by=who, reason=way.reason, level=way.level)], at=at)
    return True
