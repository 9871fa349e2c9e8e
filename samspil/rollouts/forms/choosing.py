"""What forms of rollouts share: choices of the organisation, and days of phases."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.rollouts.phases import WORKING, Phase
from samspil.core.rollouts.plan import USUAL

DAYS = {
    Phase.INFORMATION: _("Working days of information"),
    Phase.PILOT: _("Working days of the pilot in a team"),
    Phase.TRAINING: _("Working days of training"),
    Phase.IMPLEMENTATION: _("Working days of implementation"),
}


def _days(phase: Phase) -> forms.IntegerField:
    return forms.IntegerField(label=DAYS[phase], initial=USUAL[phase], min_value=1, max_value=250)


class Choosing(forms.Form):
    """A form whose choices are people, teams and tools of the organisation."""

    def put_choices(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Offer these in a field."""
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # fields with choices

    def add_days(self, days: dict[str, int] | None = None) -> None:
        """A field for the working days of each phase."""
        for phase in WORKING:
            field = _days(phase)
            if days:
                field.initial = days[phase.value]
            self.fields[f"days_{phase.value}"] = field

    def days(self) -> dict[Phase, int]:
        """What was said of them."""
        return {phase: self.cleaned_data[f"days_{phase.value}"] for phase in WORKING}
