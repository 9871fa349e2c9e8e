"""Whom to ask to close a gap, and for what."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.gaps.actions import LONGEST_NOTE
from samspil.gaps.models import Kind
from samspil.people.models import Colleague

KINDS = {
    Kind.ANSWER: _("an answer to these questions"),
    Kind.DOCUMENT: _("a document that says it"),
    Kind.LESSON: _("a lesson for those who need it"),
}


class RequestForm(forms.Form):
    """What is asked for, and of whom."""

    kind = forms.ChoiceField(label=_("What is missing"), choices=list(KINDS.items()))
    of = forms.ChoiceField(label=_("Who is asked"))
    note = forms.CharField(
        label=_("What to say with it"), max_length=LONGEST_NOTE, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        of = self.fields["of"]
        assert isinstance(of, forms.ChoiceField)
        of.choices = [(key, one.name) for key, one in self._people.items()]

    def asked(self) -> tuple[Kind, Colleague, str]:
        """What is asked for, of whom, and with which words; only of a valid form."""
        said = self.cleaned_data
        return Kind(said["kind"]), self._people[said["of"]], said["note"]
