"""Who is away, from when until when, and who stands in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.people.models import Colleague
from samspil.web.days import DayInput


class AbsenceForm(forms.Form):
    """An absence; nobody is asked why."""

    colleague = forms.ChoiceField(label=_("Who is away"))
    first_day = forms.DateField(label=_("First day"), widget=DayInput)
    last_day = forms.DateField(label=_("Last day"), widget=DayInput)
    deputy = forms.ChoiceField(
        label=_("Who stands in"),
        required=False,
        help_text=_("Gets cases that would otherwise wait. Without a deputy the team gets them."),
    )

    def __init__(
        self,
        *args: Any,
        people: Sequence[Colleague],
        may_name: Sequence[Colleague],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        named = [(str(one.public_id), one.name) for one in may_name]
        everybody = [(key, one.name) for key, one in self._people.items()]
        self.fields["colleague"].choices = named  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["deputy"].choices = [("", _("nobody")), *everybody]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Days in order, and a deputy who is somebody else."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day comes before the first."))
        if cleaned.get("deputy") and cleaned.get("deputy") == cleaned.get("colleague"):
            self.add_error("deputy", _("Nobody stands in for themselves: choose somebody else."))
        return cleaned

    def person(self, field: str) -> Colleague | None:
        """Who was chosen in this field."""
        return self._people.get(self.cleaned_data[field])
