"""Who may bring messages in, and who may change forms."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may


def check_may_change_form(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may change processes and with them their forms; else `NotAllowed`."""
    return check_may(colleague, Action.CHANGE_PROCESSES)


def check_may_bring_in(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may; else raises `NotAllowed`."""
    return check_may(colleague, Action.IMPORT_MESSAGES)
