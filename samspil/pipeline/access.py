"""Who sees initiatives, who plans them, and who lets them into work."""

from django.utils.translation import gettext as _

from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do
from samspil.pipeline.models import Initiative


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how processes work, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_plan(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say how work is shared out; else raises `NotAllowed`."""
    return check_may(colleague, Action.ALLOCATE_WORK)


def check_may_open(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may plan and change processes too: a gate changes one."""
    check_may_plan(colleague)
    return check_may(colleague, Action.CHANGE_PROCESSES)


def check_may_evaluate(colleague: Colleague | None, initiative: Initiative) -> Colleague:
    """The colleague, if they are the one who evaluates it; else raises `NotAllowed`."""
    found = check_may_see(colleague)
    if initiative.evaluator_id != found.pk:
        raise NotAllowed(_("Whoever was named to evaluate it writes what it showed."))
    return found


def check_may_hand_out(colleague: Colleague | None, initiative: Initiative) -> Colleague:
    """The colleague, if they say who sees to what of it: whoever plans, and whoever answers for
    it; else raises `NotAllowed`."""
    found = check_may_see(colleague)
    return found if initiative.owner_id == found.pk else check_may_plan(found)


def may_hand_out(colleague: Colleague | None, initiative: Initiative) -> bool:
    """Whether `check_may_hand_out` would let this colleague pass."""
    return colleague is not None and (initiative.owner_id == colleague.pk or may_plan(colleague))


def may_plan(colleague: Colleague | None) -> bool:
    """Whether `check_may_plan` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)


def may_open(colleague: Colleague | None) -> bool:
    """Whether `check_may_open` would let this colleague pass."""
    return may_plan(colleague) and may_do(colleague, Action.CHANGE_PROCESSES)
