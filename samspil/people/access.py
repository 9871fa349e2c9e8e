"""Whether a colleague may do a thing."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samspil.core.roles import WORDS, Action, NotAllowed, Role, may, may_give
from samspil.people.models import Colleague, Kind


def check_may(colleague: Colleague | None, action: Action) -> Colleague:
    """The colleague, if a person whose roles cover `action`; else raises `NotAllowed`."""
    if colleague is None:
        raise NotAllowed(_("You do not belong to an organisation here yet: ask its owner."))
    if colleague.kind != Kind.PERSON or not may(colleague.role_set, action):
        said = _("Your roles do not cover this: {action}.")
        raise NotAllowed(said.format(action=_(WORDS[action])))
    return colleague


def check_may_give(colleague: Colleague, roles: Iterable[Role]) -> None:
    """Raise `NotAllowed` where a role allows something that this colleague may not do."""
    check_may(colleague, Action.MANAGE_PEOPLE)
    if any(not may_give(colleague.role_set, role) for role in roles):
        raise NotAllowed(_("This role allows more than you may do: ask an owner."))
