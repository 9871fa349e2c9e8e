"""What a list of cases can be narrowed to, and what can be done to those chosen in it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.review.forms.judging import LEVELS
from samspil.review.queries.columns import STAGES
from samspil.review.queries.narrowing import ANY_OPEN
from samspil.web.places import LANGUAGE_NAMES
from samspil.web.templatetags.parts import ROUTES

Choices = Sequence[tuple[str, str]]


class NarrowForm(forms.Form):
    """What to list. What it does not know it leaves out: an old address must never fail."""

    process = forms.ChoiceField(label=_("Process"), required=False)
    route = forms.ChoiceField(label=_("Who has it"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    tag = forms.ChoiceField(label=_("Tag"), required=False)
    late = forms.ChoiceField(
        label=_("Deadline"),
        choices=[("", _("all")), ("1", _("only what is late"))],
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        processes: Choices,
        topics: Choices = (),
        tags: Choices = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered: dict[str, set[str]] = {}
        self.offer("route", [(str(route), label) for route, (label, _meaning) in ROUTES.items()])
        self.offer("level", [(str(level), label) for level, label in LEVELS.items()])
        self.offer("language", list(LANGUAGE_NAMES.items()))
        self.offer("process", processes)
        self.offer("topic", topics)
        self.offer("tag", tags)

    def offer(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        """Let one of these be chosen, or all; where there are none, the field goes."""
        asked = bool(self.data.get(name))
        self.offered[name] = {str(value) for value, _label in choices}
        self.fields[name].choices = [("", _("all")), *choices]  # type: ignore[attr-defined]  # ChoiceFields
        if not choices and not asked:
            del self.fields[name]

    def chosen(self) -> dict[str, str]:
        """The choices that are valid; the others are as if never made."""
        self.is_valid()
        return {name: str(value) for name, value in self.cleaned_data.items() if value}

    def gone(self) -> str:
        """What was asked for that is not here any more, as a sentence; else empty."""
        labels = [str(self.fields[name].label) for name in self.errors if name in self.fields]
        if not labels:
            return ""
        sentence = _("“%(labels)s” names something that is not here any more, so it is left out.")
        return sentence % {"labels": ", ".join(labels)}


class TableForm(NarrowForm):
    """What the table of all cases is narrowed to."""

    stage = forms.ChoiceField(label=_("State"), required=False)
    team = forms.ChoiceField(label=_("Team"), required=False)
    field_order = ("stage", "process", "team")

    def __init__(
        self, *args: Any, teams: Choices = (), topics: Choices = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, topics=topics, **kwargs)
        self.topic_names = dict(topics)
        self.offer("stage", [(ANY_OPEN, _("open")), *STAGES.items()])
        self.offer("team", teams)
