"""What to show of the journal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.trust.queries import Asked
from samspil.work.queries.happened import event_names

LARGEST = 2**62
MOST_LETTERS = 200
DAY = {"type": "date"}


class JournalForm(forms.Form):
    """Narrows the journal; what does not fit is as if never typed."""

    q = forms.CharField(
        label=_("Words"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    event = forms.ChoiceField(label=_("What happened"), required=False)
    by = forms.ChoiceField(label=_("By"), required=False)
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs=DAY))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs=DAY))
    subject = forms.UUIDField(required=False, widget=forms.HiddenInput)
    before = forms.IntegerField(
        required=False, min_value=1, max_value=LARGEST, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, actors: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("event", [("", str(_("everything"))), *event_names().items()])
        self._offer("by", [("", str(_("everybody"))), *actors])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def asked(self) -> Asked:
        """What was chosen."""
        self.is_valid()
        told = self.cleaned_data
        return Asked(
            words=told.get("q", ""),
            event=told.get("event", ""),
            by=told.get("by", ""),
            subject=str(told.get("subject") or ""),
            since=told.get("since"),
            until=told.get("until"),
        )

    def kept(self) -> dict[str, str]:
        """The parameters that ask for the same again."""
        self.is_valid()
        told = {name: self.cleaned_data.get(name) for name in self.fields if name != "before"}
        return {name: str(value) for name, value in told.items() if value}

    def before_entry(self) -> int | None:
        """The entry the page before ended at."""
        self.is_valid()
        found: int | None = self.cleaned_data.get("before")
        return found
