"""Who sees whether AI is fair, and who has it tried or says that they have seen what it found."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how processes work, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_try(colleague: Colleague | None) -> Colleague:
    """The colleague, if they answer for processes or for uses of AI; else raises `NotAllowed`."""
    if may_do(colleague, Action.GOVERN_USES):
        return check_may(colleague, Action.GOVERN_USES)
    return check_may(colleague, Action.CHANGE_PROCESSES)


def may_try(colleague: Colleague | None) -> bool:
    """Whether `check_may_try` would let this colleague pass."""
    return may_do(colleague, Action.GOVERN_USES) or may_do(colleague, Action.CHANGE_PROCESSES)
