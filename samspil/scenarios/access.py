"""Who compares options, decides on them, and keeps the budget."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do


def check_may_compare(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say what is tried: prices and hourly costs are not for everybody.

    Raises `NotAllowed`.
    """
    return check_may(colleague, Action.ALLOCATE_WORK)


def may_compare(colleague: Colleague | None) -> bool:
    """Whether `check_may_compare` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)
