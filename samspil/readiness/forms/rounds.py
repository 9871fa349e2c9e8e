"""A round, its last day, and the answers in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.readiness.statements import STATEMENTS
from samspil.people.models import Team
from samspil.web.days import DayInput
from samspil.web.pages import whole_number


class RoundForm(forms.Form):
    """A round: its name, its last day, and whom it asks."""

    name = forms.CharField(label=_("Name"), help_text=_("Such as: Spring 2026."))
    closes = forms.DateField(label=_("Last day"), widget=DayInput())
    teams = forms.MultipleChoiceField(
        label=_("Whom it asks"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Everybody, where no team is chosen."),
    )  # fmt: skip

    def __init__(self, *args: Any, teams: Sequence[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._teams = {str(one.public_id): one for one in teams}
        field = self.fields["teams"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, one.name) for key, one in self._teams.items()]

    def teams_chosen(self) -> list[Team]:
        """The teams; only of a valid form."""
        return [self._teams[key] for key in self.cleaned_data["teams"]]


class DayForm(forms.Form):
    """Another last day."""

    closes = forms.DateField(label=_("Last day"), widget=DayInput())


def answers_in(posted: Mapping[str, str]) -> dict[str, int]:
    """The answers that were sent, by statement; what is no number is left to the rules to refuse.

    What was not sent is not answered, and stays as it was.
    """
    sent = {one.key: posted[one.key] for one in STATEMENTS if posted.get(one.key)}
    numbers = {key: whole_number(said, digits=2) for key, said in sent.items()}
    return {key: -1 if number is None else number for key, number in numbers.items()}
