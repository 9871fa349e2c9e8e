"""What the reviewer of a use of AI says, and that a finding is done."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.ai_reviews import Asked, Conclusion
from samspil.people.models import Colleague
from samspil.trust.actions import Condition, Judged
from samspil.trust.queries.review_words import conclusion_words, question_words
from samspil.web.days import DayInput

YES, NO = "yes", "no"
MOST_CONDITIONS = 3


class ConcludeForm(forms.Form):
    """Questions, what follows, and up to three conditions."""

    def __init__(
        self, *args: Any, people: Sequence[Colleague], can_pause: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.public_id): one for one in people}
        for asked in Asked:
            self.fields[asked.value] = forms.ChoiceField(
                label=question_words(asked), choices=[(YES, _("yes")), (NO, _("no"))],
                widget=forms.RadioSelect, required=True,
            )  # fmt: skip
        ways = [one for one in Conclusion if can_pause or one in GOING]
        self.fields["conclusion"] = forms.ChoiceField(
            label=_("What follows"), widget=forms.RadioSelect,
            choices=[(one.value, conclusion_words(one)) for one in ways],
        )  # fmt: skip
        self.fields["words"] = forms.CharField(
            label=_("In your words"), max_length=2000, required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
        )  # fmt: skip
        for number in range(1, MOST_CONDITIONS + 1):
            self._add_condition(number)

    def _add_condition(self, number: int) -> None:
        said = {"number": number}
        self.fields[f"what_{number}"] = forms.CharField(
            label=gettext("Condition %(number)d: what has to be done") % said,
            max_length=500, required=False,
        )  # fmt: skip
        self.fields[f"owner_{number}"] = forms.ChoiceField(
            label=gettext("Condition %(number)d: who sees to it") % said, required=False,
            choices=[("", "–"), *((key, one.name) for key, one in self._people.items())],
        )  # fmt: skip
        self.fields[f"due_{number}"] = forms.DateField(
            label=gettext("Condition %(number)d: until when") % said, required=False,
            widget=DayInput,
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A condition is whole or not there."""
        data = super().clean() or self.cleaned_data
        for number in range(1, MOST_CONDITIONS + 1):
            given = [data.get(f"{part}_{number}") for part in ("what", "owner", "due")]
            if any(given) and not all(given):
                self.add_error(f"what_{number}", _("A condition says what, who and until when."))
        return data

    def judged(self) -> Judged:
        """What was said; only of a valid form."""
        data = self.cleaned_data
        return Judged(
            answers={one: data[one.value] == YES for one in Asked},
            conclusion=Conclusion(data["conclusion"]),
            words=data["words"],
            conditions=[
                Condition(what=data[f"what_{n}"], owner=self._people[data[f"owner_{n}"]],
                          due_on=data[f"due_{n}"])
                for n in range(1, MOST_CONDITIONS + 1) if data[f"what_{n}"]
            ],
        )  # fmt: skip


GOING = (Conclusion.GO_ON, Conclusion.CONDITIONS)
"""What may follow where AI cannot be stopped by itself."""


class DoneForm(forms.Form):
    """How a finding was seen to."""

    said = forms.CharField(label=_("What was done"), max_length=500)
