"""Whether a colleague may do a thing."""

from django.utils.translation import gettext as _

from samspil.core.roles import WORDS, Action, NotAllowed, may
from samspil.people.models import Colleague, Kind


def check_may(colleague: Colleague | None, action: Action) -> Colleague:
    """The colleague, if a person whose roles cover `action`; else raises `NotAllowed`."""
    if colleague is None:
        raise NotAllowed(_("You do not belong to an organisation here yet: ask its owner."))
    if colleague.kind != Kind.PERSON or not may(colleague.role_set, action):
        said = _("Your roles do not cover this: {action}.")
        raise NotAllowed(said.format(action=_(WORDS[action])))
    return colleague
