"""What is chosen lands: as a task on the company's list, with its estimate, and an initiative."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.allocation.actions import Expected, estimate, take_back_estimate
from samspil.allocation.models import Estimate, Judgement, Move
from samspil.audit.actions import UnfitTask, Wanted, add_task, remove_task
from samspil.audit.models import Answer, Figures, Task
from samspil.audit.queries import listed_task
from samspil.core.allocation.portfolio import Range
from samspil.core.roles import NotAllowed
from samspil.core.workshops.estimating import Summary
from samspil.core.workshops.landing import part_of
from samspil.core.workshops.phases import Phase
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.pipeline.actions import Plan, make_initiative, take_back_initiative
from samspil.workshops.access import check_may_lead
from samspil.workshops.actions.refusing import Refused, locked
from samspil.workshops.models import Landing, Proposal, Workshop
from samspil.workshops.queries import Standing, room_of

MOST_AIM = 2000
NO_MONEY = Range(low=0, high=0)


@transaction.atomic
def land(
    workshop: Workshop, chosen: Sequence[Proposal], *, by: Colleague, at: datetime
) -> list[Landing]:
    """Make a task and an initiative of each that has none yet; returns what is new.

    A task of this name that is on the list is taken, and what was said of it stays. Raises
    `Refused` before the result, and for what is not in the room.
    """
    check_may_lead(by)
    now = locked(workshop)
    if now.phase != Phase.RESULT:
        raise Refused(_("Close the vote first: what lands is the result."))
    there = {one.proposal.pk: one for one in room_of(now).standings}
    wanted = list(dict.fromkeys(one.pk for one in chosen))
    if not wanted:
        raise Refused(_("Choose at least one proposal."))
    if not set(wanted) <= set(there):
        raise Refused(_("One of these is not there any more: look again."))
    made = [_landed(there[pk], by=by, at=at) for pk in wanted if there[pk].landing is None]
    if made:
        note("workshop_landed", "workshop", now.public_id, by=by, at=at, landed=len(made))
    return made


@transaction.atomic
def take_off(landing: Landing, *, by: Colleague, at: datetime) -> None:
    """Take back the task and the initiative of a proposal.

    Raises `Refused` where somebody has gone on with one of them; then nothing is taken back.
    """
    check_may_lead(by)
    now = locked(landing.proposal.workshop)
    found = Landing.objects.select_related("task", "initiative", "by", "proposal__process")
    kept = found.filter(pk=landing.pk).first()
    if kept is None:
        return
    _check_untouched(kept)
    if kept.new_estimate and not take_back_estimate(kept.task, of=kept.at, by=by, at=at):
        raise Refused(_("Somebody has estimated the task anew: leave it, or take it off there."))
    if kept.new_task:
        remove_task(kept.task, by=by, at=at)
    initiative, plan = kept.initiative, _plan(kept.proposal, kept.said, owner=kept.by)
    kept.delete()
    try:
        take_back_initiative(initiative, plan, by=by, at=at)
    except NotAllowed as why:
        raise Refused(str(why)) from None
    note("workshop_landing_undone", "workshop", now.public_id, by=by, at=at)


def _landed(one: Standing, *, by: Colleague, at: datetime) -> Landing:
    proposal, summary = one.proposal, one.summary
    known = listed_task(proposal.title)
    task = known or _task(proposal, by=by, at=at)
    new = summary is not None and not Estimate.objects.filter(task=task).exists()
    if summary is not None and new:
        estimate(task, _expected(summary), by=by, at=at)
    said = {"name": proposal.title, "aim": _aim(one), "criteria": _joined(one.better)}
    initiative = make_initiative(_plan(proposal, said, owner=by), by=by, at=at)
    return Landing.objects.create(
        proposal=proposal, task=task, initiative=initiative, new_task=known is None,
        new_estimate=new, said=said, by=by, at=at,
    )  # fmt: skip


def _task(proposal: Proposal, *, by: Colleague, at: datetime) -> Task:
    wanted = Wanted(title=proposal.title, team=proposal.team, process=proposal.process)
    try:
        return add_task(wanted, by=by, at=at)
    except UnfitTask as why:
        raise Refused(str(why)) from None


def _expected(summary: Summary) -> Expected:
    return Expected(
        saved=summary.share, days=summary.days, money=NO_MONEY, risk=summary.risk,
        part=part_of(summary), hours=summary.hours,
    )  # fmt: skip


def _plan(proposal: Proposal, said: Mapping[str, str], *, owner: Colleague) -> Plan:
    return Plan(
        name=said["name"], aim=said["aim"], criteria=said["criteria"], owner=owner,
        process=proposal.process,
    )  # fmt: skip


def _aim(one: Standing) -> str:
    """What it is to bring, in the words of the room."""
    parts = [_("Proposed in the workshop “%(name)s”.") % {"name": one.proposal.workshop.name}]
    if one.proposal.helps:
        parts.append(_("Who would be helped: %(who)s") % {"who": one.proposal.helps})
    if one.used_for:
        what = {"what": _joined(one.used_for)}
        parts.append(_("What the hours would be used for: %(what)s") % what)
    return "\n".join(parts)[:MOST_AIM]


def _joined(texts: Sequence[str]) -> str:
    return "\n".join(texts)[:MOST_AIM]


def _check_untouched(kept: Landing) -> None:
    """Raise `Refused` where the task that was made has been worked on."""
    if not kept.new_task:
        return
    went_on = [Answer, Figures, Judgement, Move]
    if any(model.objects.filter(task=kept.task).exists() for model in went_on):
        raise Refused(_("Somebody has gone on with the task: leave it, or take it off there."))
