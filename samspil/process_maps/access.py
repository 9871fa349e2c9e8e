"""Who sees maps of processes, and who draws them."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how work goes, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_draw(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say how work is shared out; else raises `NotAllowed`."""
    return check_may(colleague, Action.ALLOCATE_WORK)


def may_draw(colleague: Colleague | None) -> bool:
    """Whether `check_may_draw` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)
