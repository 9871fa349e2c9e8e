"""What is typed when somebody disagrees with a decision, and when it is made anew."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.contesting import Outcome
from samspil.review.forms.judging import LONGEST_REPLY

OUTCOMES = [
    (Outcome.UPHELD.value, _("It stands as it was")),
    (Outcome.CHANGED.value, _("It is changed")),
]


class ContestForm(forms.Form):
    """What somebody said who disagrees, as a colleague took it down."""

    text = forms.CharField(
        label=_("What they disagree with, in their words"),
        max_length=LONGEST_REPLY,
        widget=forms.Textarea(attrs={"rows": 6, "data-submits": "true"}),
        help_text=_("It joins the case, and another person than whoever decided takes it."),
    )


class AnewForm(forms.Form):
    """Whether a contested decision stands, and why.

    `seen` is how many messages of the customer stood on the page.
    """

    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput())
    outcome = forms.ChoiceField(
        label=_("What becomes of the decision?"), choices=OUTCOMES, widget=forms.RadioSelect
    )
    topic = forms.ChoiceField(
        label=_("What it is about"),
        required=False,
        help_text=_("Counts where the decision is changed."),
    )
    reasons = forms.CharField(
        label=_("Your answer, with your reasons"),
        max_length=LONGEST_REPLY,
        widget=forms.Textarea(attrs={"rows": 10, "data-submits": "true"}),
        help_text=_("Whoever disagreed reads it, below a line that says what became of it."),
    )

    def __init__(self, *args: Any, topics: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("not said")), *sorted(topics, key=lambda topic: topic[1].casefold())]
        self.fields["topic"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
