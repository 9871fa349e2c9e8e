"""What a person says about a topic: its names, its level, its replies."""

import string
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.floors import Floor
from samspil.core.routing import Level
from samspil.core.topics import LANGUAGES, TopicText
from samspil.work.models import Topic
from samspil.work.queries.wording import FLOOR_WORDS

LEVELS = [
    (str(Level.STANDARD), _("1: a standard question")),
    (str(Level.SPECIALIST), _("2: a specialist's matter")),
    (str(Level.EXPERIENCED), _("3: an experienced person's matter")),
]
NAME_IN = {"da": _("Name in Danish"), "de": _("Name in German"), "en": _("Name in English")}
REPLY_IN = {"da": _("Reply in Danish"), "de": _("Reply in German"), "en": _("Reply in English")}
LONGEST_REPLY = 5_000


class NewTopicForm(forms.Form):
    """A new topic, named in the reader's language."""

    name = forms.CharField(label=_("Name"), max_length=100)
    level = forms.ChoiceField(label=_("Level"), choices=LEVELS)


class TopicForm(forms.Form):
    """A topic in three languages; one name is enough."""

    level = forms.ChoiceField(label=_("Level"), choices=LEVELS)
    floor = forms.ChoiceField(
        label=_("Who decides"),
        choices=[("", _("AI may, where it is proved")), *FLOOR_WORDS.items()],
        required=False,
        help_text=_("No proof changes what is always a person's."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            self.fields[f"name_{language}"] = forms.CharField(
                label=NAME_IN[language], max_length=100, required=False
            )
        for language in LANGUAGES:
            self.fields[f"reply_{language}"] = forms.CharField(
                label=REPLY_IN[language],
                max_length=LONGEST_REPLY,
                required=False,
                widget=forms.Textarea(attrs={"rows": 8, "lang": language}),
            )
        self.fields["reply_en"].help_text = _("AI drafts this text; a person can change it.")

    def clean(self) -> dict[str, Any]:
        """At least one name, and in replies no placeholder but the name."""
        cleaned = super().clean() or {}
        if not any(cleaned.get(f"name_{language}") for language in LANGUAGES):
            self.add_error("name_da", _("Write the name in at least one language."))
        for language in LANGUAGES:
            strange = _placeholders(cleaned.get(f"reply_{language}") or "") - {"name"}
            if strange:
                why = _("“{%(name)s}” stands for nothing: only {name} is known.")
                self.add_error(f"reply_{language}", why % {"name": sorted(strange)[0]})
        return cleaned

    def text(self, topic: Topic) -> TopicText:
        """The topic as the action wants it."""
        data = self.cleaned_data
        return TopicText(
            key=topic.key,
            level=Level(data["level"]),
            floor=Floor(data["floor"]) if data["floor"] else None,
            names={one: data[f"name_{one}"] for one in LANGUAGES if data[f"name_{one}"]},
            replies={one: data[f"reply_{one}"] for one in LANGUAGES if data[f"reply_{one}"]},
        )


def as_written(topic: Topic) -> dict[str, object]:
    """A topic as one would type it into the form."""
    written: dict[str, object] = {"level": topic.level, "floor": topic.floor}
    for language in LANGUAGES:
        written[f"name_{language}"] = topic.names.get(language, "")
        written[f"reply_{language}"] = topic.replies.get(language, "")
    return written


def _placeholders(reply: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(reply) if name is not None}
    except ValueError:
        return {"…"}
