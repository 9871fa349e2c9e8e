"""Who may see what AI was taught, and who may teach it."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see skills and their figures; else raises `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_teach(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may teach and choose versions; else raises `NotAllowed`."""
    return check_may(colleague, Action.CHANGE_PROCESSES)


def check_may_read_examples(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may teach and read what customers wrote; else raises `NotAllowed`."""
    check_may(colleague, Action.SEE_CASES)
    return check_may_teach(colleague)


def may_teach(colleague: Colleague | None) -> bool:
    """Whether `check_may_teach` would let this colleague pass."""
    return may_do(colleague, Action.CHANGE_PROCESSES)


def may_read_examples(colleague: Colleague | None) -> bool:
    """Whether `check_may_read_examples` would let this colleague pass."""
    return may_teach(colleague) and may_do(colleague, Action.SEE_CASES)


def check_may_forget(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may have AI forget what a person wrote; else raises `NotAllowed`."""
    return check_may(colleague, Action.FORGET_PEOPLE)


def may_forget(colleague: Colleague | None) -> bool:
    """Whether `check_may_forget` would let this colleague pass."""
    return may_do(colleague, Action.FORGET_PEOPLE)
