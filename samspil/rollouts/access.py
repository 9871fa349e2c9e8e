"""Who sees rollouts, who leads them, and who may read and answer requests for help."""

from django.utils.translation import gettext as _

from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do
from samspil.rollouts.models import Rollout, SupportRequest, TeamRollout


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how processes work, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_plan(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say how work is shared out; else raises `NotAllowed`."""
    return check_may(colleague, Action.ALLOCATE_WORK)


def check_may_lead(colleague: Colleague | None, place: TeamRollout) -> Colleague:
    """The colleague, if they plan, or own the rollout or the team's part in it."""
    found = check_may_see(colleague)
    if not may_lead(found, place):
        raise NotAllowed(_("Whoever owns this rollout, or this team's part in it, does that."))
    return found


def check_may_overrule(colleague: Colleague | None, rollout: Rollout) -> Colleague:
    """The colleague, if they plan or own the whole rollout: they may go on for a reason."""
    found = check_may_see(colleague)
    if not may_overrule(found, rollout):
        raise NotAllowed(_("Whoever owns the whole rollout may go on for a reason."))
    return found


def check_may_read(colleague: Colleague | None, request: SupportRequest) -> Colleague:
    """The colleague, if they asked, or are there to answer; else raises `NotAllowed`."""
    found = check_may_see(colleague)
    if request.asked_by_id != found.pk and not may_answer(found, request.place):
        raise NotAllowed(_("Only whoever asked, and those who answer for this team, read this."))
    return found


def check_may_answer(colleague: Colleague | None, place: TeamRollout) -> Colleague:
    """The colleague, if they are a change agent of the team or own its part or the rollout."""
    found = check_may_see(colleague)
    if not may_answer(found, place):
        raise NotAllowed(_("Change agents of the team, and the owners, answer here."))
    return found


def may_plan(colleague: Colleague | None) -> bool:
    """Whether `check_may_plan` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)


def may_lead(colleague: Colleague, place: TeamRollout) -> bool:
    """Whether `check_may_lead` would let this colleague pass."""
    owns = colleague.pk in (place.owner_id, place.rollout.owner_id)
    return owns or may_plan(colleague)


def may_overrule(colleague: Colleague, rollout: Rollout) -> bool:
    """Whether `check_may_overrule` would let this colleague pass."""
    return colleague.pk == rollout.owner_id or may_plan(colleague)


def may_answer(colleague: Colleague, place: TeamRollout) -> bool:
    """Whether `check_may_answer` would let this colleague pass."""
    if colleague.pk in (place.owner_id, place.rollout.owner_id):
        return True
    return any(
        one.colleague_id == colleague.pk and one.accepted_at is not None
        for one in place.agents.all()
    )
