"""What is written into a guideline, and said when it is published."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.guidelines import LANGUAGES, Topic, Wording, Wordings
from samspil.governance.queries import TOPICS

PARTS = {"title": (_("Title"), 120), "short": (_("The rule in one sentence"), 200)}
LONGEST_BODY = 10_000


class GuidelineForm(forms.Form):
    """A guideline in up to three languages; a new one says what it is about."""

    topic = forms.ChoiceField(
        label=_("What it is about"),
        help_text=_("The rule in one sentence then stands where that work is done."),
    )

    def __init__(
        self, *args: Any, wordings: Wordings, languages: Iterable[str],
        topics: Iterable[Topic] | None, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        topic = self.fields["topic"]
        assert isinstance(topic, forms.ChoiceField)
        if topics is None:
            del self.fields["topic"]
        else:
            topic.choices = [(one.value, TOPICS[one]) for one in topics]
        for language in languages:
            self._add(language, wordings.get(language, Wording()))

    def _add(self, language: str, wording: Wording) -> None:
        name = get_language_info(language)["name_translated"]
        for part, (label, longest) in PARTS.items():
            self.fields[f"{part}_{language}"] = forms.CharField(
                label=f"{label} ({name})", required=False, max_length=longest,
                initial=getattr(wording, part), widget=forms.TextInput(attrs={"lang": language}),
            )  # fmt: skip
        self.fields[f"body_{language}"] = forms.CharField(
            label=gettext("Text (%(language)s)") % {"language": name}, required=False,
            max_length=LONGEST_BODY, initial=wording.body,
            widget=forms.Textarea(attrs={"rows": 12, "lang": language}),
            help_text=gettext("Markdown: ## for a heading, - for a list, **bold**."),
        )  # fmt: skip

    def wordings(self) -> Wordings:
        """What was written, by language."""
        data = self.cleaned_data
        return {
            one: Wording(
                title=data[f"title_{one}"], short=data[f"short_{one}"], body=data[f"body_{one}"]
            )
            for one in LANGUAGES
        }

    def about(self) -> Topic:
        """What a new guideline is about; `OWN` where the form did not ask."""
        return Topic(self.cleaned_data.get("topic") or Topic.OWN)


class PublishForm(forms.Form):
    """What is new in a version, and whether everybody should read it; of a `first` nothing."""

    changed = forms.CharField(label=_("What is new, in a sentence"), max_length=500, required=False)
    matters = forms.BooleanField(
        label=_("It matters: ask everybody to read and confirm it again"), required=False
    )

    def __init__(self, *args: Any, first: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if first:
            self.fields.clear()
