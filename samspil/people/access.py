"""Whether a colleague may do a thing."""

from samspil.core.roles import Action, NotAllowed, may
from samspil.people.models import Colleague, Kind


def check_may(colleague: Colleague | None, action: Action) -> Colleague:
    """The colleague, if a person whose roles cover `action`; else raises `NotAllowed`."""
    if colleague is None:
        raise NotAllowed("You do not belong to an organisation here yet: ask its owner.")
    if colleague.kind != Kind.PERSON or not may(colleague.role_set, action):
        raise NotAllowed(f"Your roles do not cover this: {action.replace('_', ' ')}.")
    return colleague
