"""Share a process with AI in another way, and put the old way back: at a person's word or at once.

Deadlines stay as they are, and so do the teams that an arrangement does not name.
"""

from dataclasses import fields, replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import Halted
from samspil.core.pipeline.arrangement import Arrangement, after, like
from samspil.core.routing import Level
from samspil.people.models import Colleague, Team
from samspil.work.access import check_may_change
from samspil.work.actions.autonomy import Terms, change_terms, climb, fall, held_autonomy, lower
from samspil.work.actions.noting import note_process
from samspil.work.actions.processes import change_process, set_teams
from samspil.work.models import Process, Stop
from samspil.work.queries.arranging import way_now

Facts = dict[str, object]


@transaction.atomic
def arrange(process: Process, wanted: Arrangement, *, by: Colleague, at: datetime) -> None:
    """Share the process in this way from now on; running cases stay where they are.

    Where AI had stepped back it drafts again, for which it takes proof: raises `NotProved`. Where
    it waited for a pilot it begins; what somebody stopped stays stopped.
    """
    check_may_change(by, process)
    if held_autonomy(process).level == Autonomy.PERSON:
        climb(process, by=by, at=at)
    _share(process, after(way_now(process), wanted), by=by, at=at)
    waiting = _waiting(process).filter(lifted_at__isnull=True)
    if waiting.update(lifted_at=at, lifted_by=by):
        note_process(process, "stop_lifted", by=by, at=at)


@transaction.atomic
def arrange_as_before(process: Process, old: Arrangement, *, by: Colleague, at: datetime) -> None:
    """Share the process as it was; AI is left with no more than it had then."""
    check_may_change(by, process)
    _share(process, old, by=by, at=at)
    if old.level is not None and old.level < held_autonomy(process).level:
        lower(process, to=old.level, by=by, at=at)
    if old.waits:
        _wait_again(process, by=by, at=at)


@transaction.atomic
def share_anew(process: Process, wanted: Arrangement, *, by: Colleague, at: datetime) -> None:
    """Share it between AI and people as wanted while the work goes on, from the next case on.

    Only the organisation model and the share that a person judges first: how much AI may do stays,
    and so do amounts, teams and stops.
    """
    check_may_change(by, process)
    _share(process, like(way_now(process), wanted), by=by, at=at)


@transaction.atomic
def let_wait(process: Process, *, by: Colleague) -> None:
    """Have people do the cases of a process without AI from its first one, until a pilot begins."""
    check_may_change(by, process)
    at, why = process.created_at, _("People do its cases without AI until its pilot begins.")
    Stop.objects.create(process=process, at=at, by=by, why=why)
    note_process(process, "stopped", by=by, at=at)


@transaction.atomic
def halt(process: Process, old: Arrangement, *, facts: Facts, at: datetime) -> None:
    """People decide without AI from now on, and the rest is as it was before AI: by rule, at once.

    `facts` are the numbers that asked for it.
    """
    kept = held_autonomy(process)
    fall(process, Halted(at=at), facts=facts)
    Process.objects.filter(pk=process.pk).update(organisation_model=old.organisation_model)
    process.organisation_model = old.organisation_model
    set_teams(process, _teams(old))
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
        teams=_teams(wanted),
        by=by,
        at=at,
    )
    kept = held_autonomy(process)
    terms = Terms(**{one.name: getattr(kept, one.name) for one in fields(Terms)})
    changed = replace(terms, judge_first=wanted.judge_first, money_limit=wanted.money_limit)
    if changed != terms:
        change_terms(process, changed, by=by, at=at)


def _teams(wanted: Arrangement) -> dict[Level, Team]:
    """Who takes which level; a team that is gone meanwhile takes none."""
    named = [team for _level, team in wanted.takers]
    open_ = Team.objects.filter(public_id__in=named, closed_at=None)
    there = {str(one.public_id): one for one in open_}
    return {Level(level): there[team] for level, team in wanted.takers if team in there}


def _waiting(process: Process) -> QuerySet[Stop]:
    """The stop that holds it since it was made, whether it was lifted or not."""
    return Stop.objects.filter(process=process, at=process.created_at)


def _wait_again(process: Process, *, by: Colleague, at: datetime) -> None:
    try:
        with transaction.atomic():
            again = _waiting(process).update(lifted_at=None, lifted_by=None)
    except IntegrityError:
        return  # somebody has stopped it meanwhile
    if again:
        note_process(process, "stopped", by=by, at=at)
