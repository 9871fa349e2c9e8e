"""What people say in papers, and in which language and format they take one."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.filings.asks import ASKS, CHOICES, Ask
from samspil.trust.actions import LONGEST
from samspil.trust.models import Format
from samspil.work.queries.explaining import in_words

LANGUAGES = [("da", _("Danish")), ("de", _("German")), ("en", _("English"))]


class StateForm(forms.Form):
    """Everything that papers ask about one thing."""

    def __init__(self, data: Any, *, asked: Sequence[Ask], said: Mapping[Ask, str]) -> None:
        super().__init__(data, initial={ask.value: words for ask, words in said.items()})
        self.asked = asked
        for ask in asked:
            self.fields[ask.value] = _field(ask)

    def said(self) -> dict[Ask, str]:
        """What was said; only of a valid form."""
        return {ask: self.cleaned_data[ask.value] for ask in self.asked}


def _field(ask: Ask) -> forms.Field:
    one = ASKS[ask]
    words: dict[str, Any] = {
        "label": in_words(one.words), "help_text": in_words(one.hint), "required": False
    }  # fmt: skip
    if ask in CHOICES:
        chosen = [(key, in_words(name)) for key, name in CHOICES[ask].items()]
        return forms.ChoiceField(choices=[("", _("not said yet")), *chosen], **words)
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(max_length=LONGEST, widget=area, **words)


class TakeForm(forms.Form):
    """In which language and format a paper is taken."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    format = forms.ChoiceField(label=_("Format"), choices=Format.choices)


class KeepForm(TakeForm):
    """The same, and why it is kept."""

    why = forms.CharField(label=_("Why it is kept"), max_length=300)
