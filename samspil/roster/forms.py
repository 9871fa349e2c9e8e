"""What a leader says to move work."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.people.models import Colleague, Team


class MoveForm(forms.Form):
    """From which team to which."""

    origin = forms.ChoiceField(label=_("Cases that wait for"))
    target = forms.ChoiceField(label=_("go to"))

    def __init__(self, *args: Any, teams: Sequence[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._teams = {str(team.public_id): team for team in teams}
        offered = [(public_id, team.name) for public_id, team in self._teams.items()]
        for name in ("origin", "target"):
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Two different teams."""
        data = super().clean() or {}
        if data.get("origin") and data.get("origin") == data.get("target"):
            self.add_error("target", str(_("Choose two different teams.")))
        return data

    def team(self, name: str) -> Team:
        """The chosen team."""
        return self._teams[self.cleaned_data[name]]


class TeamForm(forms.Form):
    """A team's name and who is in it."""

    name = forms.CharField(label=_("Name of the team"), max_length=180)
    members = forms.MultipleChoiceField(
        label=_("Who is in it"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, people: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        offered = [(public_id, one.name) for public_id, one in self._people.items()]
        self.fields["members"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> dict[str, Any]:
        """What the action wants to know."""
        members = [self._people[one] for one in self.cleaned_data["members"]]
        return {"name": self.cleaned_data["name"], "members": members}
