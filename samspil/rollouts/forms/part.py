"""What people say of a team's part in a rollout."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samspil.core.routing import Level
from samspil.people.queries import people
from samspil.rollouts.forms.choosing import Choosing
from samspil.rollouts.models import TeamRollout
from samspil.web.days import DayInput

LEVELS = {
    Level.STANDARD: _("level 1: standard questions"),
    Level.SPECIALIST: _("level 2: specialists"),
    Level.EXPERIENCED: _("level 3: experienced people"),
}


class PartForm(Choosing):
    """A team's part in a rollout."""

    owner = forms.ChoiceField(label=_("Who owns this team's part"))
    level = forms.ChoiceField(
        label=_("Cases the team takes from its implementation on"),
        required=False,
        help_text=_(
            "Then it takes over from the team that has them now; going back gives them back."
        ),
    )
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())

    def __init__(self, given: QueryDict | None, *, place: TeamRollout) -> None:
        initial = {
            "owner": str(place.owner.public_id), "level": place.level,
            "starts_on": place.starts_on,
        }  # fmt: skip
        super().__init__(given, initial=initial)
        self._people = {str(one.public_id): one for one in [*people(), place.owner]}
        self.put_choices("owner", [(key, one.name) for key, one in self._people.items()])
        stays = ("", _("those it takes today"))
        self.put_choices("level", [stays, *((one.value, said) for one, said in LEVELS.items())])
        self.add_days(place.days)

    def said(self) -> dict[str, Any]:
        """What was said, for `set_part`."""
        cleaned = self.cleaned_data
        return {
            "owner": self._people[cleaned["owner"]], "level": cleaned["level"],
            "starts_on": cleaned["starts_on"], "days": self.days(),
        }  # fmt: skip
