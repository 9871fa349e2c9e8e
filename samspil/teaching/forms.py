"""What a person says when they teach."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.web.places import LANGUAGE_NAMES


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


class ExampleForm(forms.Form):
    """One example, typed."""

    text = forms.CharField(
        label=_("Message"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    topic = forms.CharField(
        label=_("Topic"), max_length=80, widget=forms.TextInput(attrs={"list": "topics"})
    )


class TopicForm(forms.Form):
    """What an example is about."""

    topic = forms.CharField(label=_("Topic"), max_length=80)


class PersonForm(forms.Form):
    """Whom AI shall forget."""

    address = forms.CharField(
        label=_("Address"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "The mail address as their messages show it; for a form without one, the name they "
            "gave."
        ),
    )


class FindForm(forms.Form):
    """Which examples to show; what makes no sense narrows nothing."""

    q = forms.CharField(required=False, max_length=100, strip=True)
    topic = forms.CharField(required=False, max_length=80)
    language = forms.ChoiceField(
        required=False,
        choices=[
            ("", _("every language")),
            *LANGUAGE_NAMES.items(),
            ("other", _("another language")),
        ],
    )
    source = forms.ChoiceField(
        required=False,
        choices=[
            ("", _("every source")),
            ("file", _("from a file")),
            ("decision", _("from a decision")),
            ("typed", _("typed")),
        ],
    )

    def __init__(self, *args: Any, topics: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = sorted((topics or {}).items(), key=lambda pair: pair[1])
        self.fields["topic"].widget = forms.Select(choices=[("", _("every topic")), *listed])

    def chosen(self) -> dict[str, str]:
        """What was chosen, empty where nothing was."""
        self.is_valid()
        data = getattr(self, "cleaned_data", {})
        return {
            "words": str(data.get("q", "")).replace("\0", ""),
            "topic": str(data.get("topic", "")),
            "language": str(data.get("language", "")),
            "source": str(data.get("source", "")),
        }
