"""Who reads the register of uses, and who settles and records."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do


def check_may_read(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see what AI is used for; else raises `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_govern(colleague: Colleague | None) -> Colleague:
    """The colleague, if they take classes of uses on and record about them; else `NotAllowed`."""
    return check_may(colleague, Action.GOVERN_USES)


def may_govern(colleague: Colleague | None) -> bool:
    """Whether `check_may_govern` would let this colleague pass."""
    return may_do(colleague, Action.GOVERN_USES)
