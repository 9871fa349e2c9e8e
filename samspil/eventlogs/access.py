"""Who sees what event logs show, and who brings them in."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how work runs, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_bring(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may bring in and delete logs; else raises `NotAllowed`."""
    return check_may(colleague, Action.ALLOCATE_WORK)


def may_bring(colleague: Colleague | None) -> bool:
    """Whether `check_may_bring` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)
