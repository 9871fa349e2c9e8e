"""Who decides which language models may be asked, and how long data is kept."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do


def check_may_govern(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say what may go to language models; else raises `NotAllowed`."""
    return check_may(colleague, Action.GOVERN_MODELS)


def check_may_keep_time(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say how long data is kept and what is held; else `NotAllowed`."""
    return check_may(colleague, Action.KEEP_TIME)


def may_keep_time(colleague: Colleague | None) -> bool:
    """Whether `check_may_keep_time` would let this colleague pass."""
    return may_do(colleague, Action.KEEP_TIME)
