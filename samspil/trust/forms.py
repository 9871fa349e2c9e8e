"""What to show of the journal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.work.queries.happened import event_names

LARGEST = 2**62


class JournalForm(forms.Form):
    """Narrows the journal; what does not fit is as if never typed."""

    subject = forms.UUIDField(label=_("Number of a case or process"), required=False)
    event = forms.ChoiceField(label=_("What happened"), required=False)
    before = forms.IntegerField(
        required=False, min_value=1, max_value=LARGEST, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["event"].choices = [("", _("everything")), *event_names().items()]  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> dict[str, str]:
        """Subject and event; empty where none was chosen."""
        self.is_valid()
        subject = self.cleaned_data.get("subject")
        return {
            "subject": str(subject) if subject else "",
            "event": str(self.cleaned_data.get("event", "")),
        }

    def before_entry(self) -> int | None:
        """The entry the page before ended at."""
        self.is_valid()
        found: int | None = self.cleaned_data.get("before")
        return found
