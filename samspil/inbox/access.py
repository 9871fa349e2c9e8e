"""Who may bring messages in."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may


def check_may_bring_in(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may; else raises `NotAllowed`."""
    return check_may(colleague, Action.IMPORT_MESSAGES)
