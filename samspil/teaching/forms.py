"""What a person says when they teach."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LessonForm(forms.Form):
    """A file of labelled examples."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.jsonl,.ndjson,.json,.xlsx"}),
        help_text=_(
            "CSV, Excel (.xlsx) or JSON Lines, with one column “text” and one column “topic”."
        ),
    )
    next = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)


class StartForm(forms.Form):
    """How to learn."""

    with_starter = forms.BooleanField(required=False)
