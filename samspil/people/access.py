"""Whether a colleague may do a thing."""

from samspil.core.roles import Action, NotAllowed, may
from samspil.people.models import Colleague, Kind


def check_may(colleague: Colleague, action: Action) -> None:
    """Raise `NotAllowed` unless the colleague is a person whose roles cover `action`."""
    if colleague.kind != Kind.PERSON or not may(colleague.role_set, action):
        raise NotAllowed(f"{colleague.name} may not do this: {action.replace('_', ' ')}.")
