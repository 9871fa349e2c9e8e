"""Who asks what is held of them, and how that was answered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.trust.models import Answer
from samspil.web.days import DayInput
from samspil.web.places import LANGUAGE_NAMES


class RequestForm(forms.Form):
    """Who asks what is held of them, and since when."""

    address = forms.CharField(
        label=_("Address of the person"),
        max_length=254,
        help_text=_("As their messages name their sender. It is written into no journal."),
    )
    received_on = forms.DateField(label=_("Received on"), widget=DayInput)
    language = forms.ChoiceField(
        label=_("Language of the pack"), choices=list(LANGUAGE_NAMES.items())
    )


class AnswerForm(forms.Form):
    """How a request was answered."""

    answer = forms.ChoiceField(
        label=_("How was it answered?"), choices=Answer.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note for the register"), required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
