"""Who answers for something: a team, a person, or a role in words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.process_maps.faults import LONGEST_OWNER
from samspil.people.models import Colleague, Team
from samspil.people.queries import people, teams
from samspil.process_maps.actions import Owner
from samspil.process_maps.models import ProcessMap, Step


class OwnerForm(forms.Form):
    """Fields for an owner; cleans to `owner`."""

    owner = forms.ChoiceField(label=_("Owner"), required=False)
    role = forms.CharField(
        label=_("Or a role, in words"), max_length=LONGEST_OWNER, required=False,
        help_text=_("Such as: hiring manager. Counts where no team or person is chosen."),
    )  # fmt: skip

    def __init__(self, *args: Any, thing: Step | ProcessMap | None = None, **kwargs: Any) -> None:
        """Whoever has this `thing` now can be chosen too, though they be closed or gone."""
        super().__init__(*args, **kwargs)
        has = [thing.team, thing.person] if thing else []
        self._teams = {_team(one): one for one in (*teams(), *has) if isinstance(one, Team)}
        self._people = {
            _person(one): one for one in (*people(), *has) if isinstance(one, Colleague)
        }
        field: Any = self.fields["owner"]
        field.choices = [
            ("", _("nobody chosen")),
            (_("Teams"), [(key, one.name) for key, one in self._teams.items()]),
            (_("People"), [(key, one.name) for key, one in self._people.items()]),
        ]

    @staticmethod
    def of_owner(thing: Step | ProcessMap) -> dict[str, Any]:
        """What was said last, as the fields show it."""
        if thing.team:
            return {"owner": _team(thing.team)}
        if thing.person:
            return {"owner": _person(thing.person)}
        return {"role": thing.role}

    def given_owner(self) -> Owner:
        """Who was chosen; only of a valid form."""
        key = self.cleaned_data["owner"]
        team, person = self._teams.get(key), self._people.get(key)
        role = "" if team or person else self.cleaned_data["role"]
        return Owner(team=team, person=person, role=role)


def _team(one: Team) -> str:
    return f"team:{one.public_id}"


def _person(one: Colleague) -> str:
    return f"person:{one.public_id}"
