"""What a person changes about a process."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.routing import Level
from samspil.core.skill import Senders
from samspil.people.models import Team
from samspil.work.queries.wording import MODEL_WORDS

LEVEL_LABELS = {
    Level.STANDARD: _("Takes level 1: standard questions"),
    Level.SPECIALIST: _("Takes level 2: a specialist's matters"),
    Level.EXPERIENCED: _(
        "Takes level 3: customers who are dissatisfied, in a hard place or in a hurry"
    ),
}
OF_EMPLOYEES = _("Takes level 3: urgent matters, and those that are always a person's")
"""The label of level 3 where colleagues write."""
LONGEST_REASON = 500


class ProcessForm(forms.Form):
    """How a process is shared, who takes it, and when the first answer is due."""

    organisation_model = forms.ChoiceField(
        label=_("How AI and people share it"), widget=forms.RadioSelect
    )
    first_response_hours = forms.DecimalField(
        label=_("Hours until the first answer"),
        min_value=0,
        max_value=1000,
        max_digits=6,
        decimal_places=2,
        help_text=_("Level 3 is due in a tenth of this time."),
    )
    complaint_hours = forms.DecimalField(
        label=_("Hours until a contested decision is made anew"),
        min_value=1,
        max_value=1000,
        max_digits=6,
        decimal_places=2,
        help_text=_("Working time. Another person decides anew; forty hours are five usual days."),
    )
    least_percent = forms.IntegerField(
        label=_("AI names a topic only if it is right in at least so many of 100 cases"),
        min_value=0,
        max_value=100,
        help_text=_("Below this a person sorts the case. Higher is safer and means more work."),
    )

    def __init__(self, *args: Any, teams: Sequence[Team], senders: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._teams = {str(team.public_id): team for team in teams}
        offered = [(public_id, team.name) for public_id, team in self._teams.items()]
        models = [(name, label) for name, (label, _meaning) in MODEL_WORDS.items()]
        self.fields["organisation_model"].choices = models  # type: ignore[attr-defined]  # a ChoiceField
        labels = LEVEL_LABELS
        if senders == Senders.EMPLOYEES:
            labels = {**LEVEL_LABELS, Level.EXPERIENCED: OF_EMPLOYEES}
        for level, label in labels.items():
            self.fields[f"team_{level}"] = forms.ChoiceField(label=label, choices=offered)

    def clean_first_response_hours(self) -> int:
        """The time in whole minutes, at least one."""
        return max(1, round(float(self.cleaned_data["first_response_hours"]) * 60))

    def clean_complaint_hours(self) -> int:
        """The time in whole minutes."""
        return round(float(self.cleaned_data["complaint_hours"]) * 60)

    def teams(self) -> dict[Level, Team]:
        """Which team takes which level."""
        return {level: self._teams[self.cleaned_data[f"team_{level}"]] for level in LEVEL_LABELS}


class StopForm(forms.Form):
    """Why AI is stopped; a stop in a hurry needs no reason."""

    why = forms.CharField(label=_("Why"), required=False, max_length=LONGEST_REASON)
