"""The pages of colleagues."""

from samspil.people.views.joining import addresses, join, sign_out
from samspil.people.views.listing import (
    apply_list,
    bring_list,
    discard_list,
    export,
    looked_at,
)
from samspil.people.views.organisation import organisation
from samspil.people.views.staff import add, form_team, invite, people, person

__all__ = [
    "add",
    "addresses",
    "apply_list",
    "bring_list",
    "discard_list",
    "export",
    "form_team",
    "invite",
    "join",
    "looked_at",
    "organisation",
    "people",
    "person",
    "sign_out",
]
