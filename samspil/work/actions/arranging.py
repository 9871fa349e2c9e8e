"""Share a process with AI in another way, and put the old way back: at a person's word or at once.

Who may approve, the teams and the deadlines stay as they are.
"""

from dataclasses import fields, replace
from datetime import datetime

from django.db import transaction

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import Halted
from samspil.core.pipeline.arrangement import Arrangement
from samspil.people.models import Colleague
from samspil.work.access import check_may_change
from samspil.work.actions.autonomy import Terms, change_terms, climb, fall, held_autonomy, lower
from samspil.work.actions.noting import note_process
from samspil.work.actions.processes import change_process
from samspil.work.models import Process

Facts = dict[str, object]


@transaction.atomic
def arrange(process: Process, wanted: Arrangement, *, by: Colleague, at: datetime) -> None:
    """Share the process in this way from now on; running cases stay where they are.

    Where AI had stepped back it drafts again, for which it takes proof: raises `NotProved`.
    """
    check_may_change(by, process)
    if held_autonomy(process).level == Autonomy.PERSON:
        climb(process, by=by, at=at)
    _share(process, wanted, by=by, at=at)


@transaction.atomic
def arrange_as_before(process: Process, old: Arrangement, *, by: Colleague, at: datetime) -> None:
    """Share the process as it was; AI is left with no more than it had then."""
    check_may_change(by, process)
    _share(process, old, by=by, at=at)
    if old.level is not None and old.level < held_autonomy(process).level:
        lower(process, to=old.level, by=by, at=at)


@transaction.atomic
def halt(process: Process, old: Arrangement, *, facts: Facts, at: datetime) -> None:
    """People decide without AI from now on, and the rest is as it was before AI: by rule, at once.

    `facts` are the numbers that asked for it.
    """
    kept = held_autonomy(process)
    fall(process, Halted(at=at), facts=facts)
    Process.objects.filter(pk=process.pk).update(organisation_model=old.organisation_model)
    process.organisation_model = old.organisation_model
    kept.refresh_from_db()
    kept.judge_first, kept.money_limit = old.judge_first, old.money_limit
    kept.save(update_fields=["judge_first", "money_limit"])
    note_process(process, "old_way_back", by=None, at=at, **old.kept(), **facts)


def _share(process: Process, wanted: Arrangement, *, by: Colleague, at: datetime) -> None:
    change_process(
        process,
        organisation_model=wanted.organisation_model,
        first_response_minutes=process.first_response_minutes,
        least_confidence=process.least_confidence,
        teams={},
        by=by,
        at=at,
    )
    kept = held_autonomy(process)
    terms = Terms(**{one.name: getattr(kept, one.name) for one in fields(Terms)})
    changed = replace(terms, judge_first=wanted.judge_first, money_limit=wanted.money_limit)
    if changed != terms:
        change_terms(process, changed, by=by, at=at)
