"""Who sees parallel runs, who starts them, and who works in them."""

from django.utils.translation import gettext as _

from samspil.core.parallel_runs.people import Part
from samspil.core.roles import Action, NotAllowed
from samspil.parallel_runs.models import Member, ParallelRun
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do
from samspil.work.queries import sees_texts_of


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how processes work, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_run(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say how work is shared out; else raises `NotAllowed`."""
    return check_may(colleague, Action.ALLOCATE_WORK)


def may_run(colleague: Colleague | None) -> bool:
    """Whether `check_may_run` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)


def check_may_work(colleague: Colleague | None, run: ParallelRun, part: Part) -> Colleague:
    """The colleague, if they decide cases, see those of the process, and are named for this part
    of the run; else raises `NotAllowed`."""
    found = check_may(colleague, Action.DECIDE_CASES)
    if not sees_texts_of(run.process, found):
        raise NotAllowed(_("This process is closed: only its teams see its cases."))
    if not Member.objects.filter(run=run, colleague=found, part=part, named=True).exists():
        raise NotAllowed(_("You are not named for this part of the parallel run."))
    return found
