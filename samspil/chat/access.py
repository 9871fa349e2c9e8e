"""Who may set chats up, see their numbers, and ask in them."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may


def check_may_change_chats(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may change processes and with them their chats; else `NotAllowed`."""
    return check_may(colleague, Action.CHANGE_PROCESSES)


def check_may_see_chats(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how the work is shared; else raises `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_chat(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may ask; else raises `NotAllowed`."""
    return check_may(colleague, Action.ASK)
