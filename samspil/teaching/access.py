"""Who may see what AI was taught, and who may teach it."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do
from samspil.work.models import Process
from samspil.work.queries import sees_texts_of
from samspil.work.queries.taking import check_may_read


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see skills and their figures; else raises `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_teach(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may teach and choose versions; else raises `NotAllowed`."""
    return check_may(colleague, Action.CHANGE_PROCESSES)


def check_may_read_examples(colleague: Colleague | None, process: Process) -> Colleague:
    """The colleague, if they may teach and read what was written here; else raises `NotAllowed`.

    Examples are what people wrote, so those of a closed process are its teams' to read.
    """
    teacher = check_may_teach(colleague)
    check_may_read(teacher, process)
    return teacher


def may_teach(colleague: Colleague | None) -> bool:
    """Whether `check_may_teach` would let this colleague pass."""
    return may_do(colleague, Action.CHANGE_PROCESSES)


def may_read_examples(colleague: Colleague | None, process: Process) -> bool:
    """Whether `check_may_read_examples` would let this colleague pass."""
    return may_teach(colleague) and sees_texts_of(process, colleague)


def check_may_forget(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may have AI forget what a person wrote; else raises `NotAllowed`."""
    return check_may(colleague, Action.FORGET_PEOPLE)


def may_forget(colleague: Colleague | None) -> bool:
    """Whether `check_may_forget` would let this colleague pass."""
    return may_do(colleague, Action.FORGET_PEOPLE)
