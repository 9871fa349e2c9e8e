"""Who leads workshops, who is in the room, and that a seat is its person's alone."""

from django.utils.translation import gettext as _

from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do
from samspil.workshops.models import Seat, Workshop


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how work goes, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_lead(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say how work is shared out; else raises `NotAllowed`."""
    return check_may(colleague, Action.ALLOCATE_WORK)


def may_lead(colleague: Colleague | None) -> bool:
    """Whether `check_may_lead` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)


def own_seat(workshop: Workshop, *, of: Colleague) -> Seat | None:
    """The person's own seat; None before they have joined, and once the workshop is over."""
    return Seat.objects.select_related("table").filter(workshop=workshop, colleague=of).first()


def may_enter(colleague: Colleague, workshop: Workshop) -> bool:
    """Whether they see the room: who leads or has joined while it goes on, then everybody."""
    if workshop.ended_at is not None or may_lead(colleague):
        return True
    return own_seat(workshop, of=colleague) is not None


def check_may_enter(colleague: Colleague | None, workshop: Workshop) -> Colleague:
    """The colleague, if they see the room; else raises `NotAllowed`."""
    found = check_may_see(colleague)
    if not may_enter(found, workshop):
        raise NotAllowed(_("Join the workshop with its code first."))
    return found


def check_joined(colleague: Colleague | None, workshop: Workshop) -> Seat:
    """The person's seat; raises `NotAllowed` for whoever has not joined."""
    found = check_may_see(colleague)
    seat = own_seat(workshop, of=found)
    if seat is None:
        raise NotAllowed(_("Join the workshop with its code first."))
    return seat
