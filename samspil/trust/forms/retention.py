"""How long something is kept, and what is held."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.retention.categories import Category
from samspil.core.retention.holds import HoldOn
from samspil.core.retention.rules import Rule
from samspil.core.words import UUID
from samspil.trust.queries.retention_words import HOLD_ON, bounds_words, category_words
from samspil.web.days import DayInput
from samspil.work.models import Case
from samspil.work.queries import processes

HELD = (Category.CONSENTS, Category.JOURNAL)
"""What nothing ever sweeps, so that nobody has to hold it."""


class PeriodForm(forms.Form):
    """For how many days a kind of data is kept here."""

    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=100_000)
    why = forms.CharField(
        label=_("Why"), required=False, max_length=500,
        help_text=_("Needed where it is longer than usual."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, rule: Rule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].help_text = bounds_words(rule)


class HoldForm(forms.Form):
    """What is held, why, and when somebody looks again."""

    on = forms.ChoiceField(label=_("What is held"), choices=HOLD_ON.items())
    address = forms.CharField(
        label=_("Address of the person"), required=False, max_length=254,
        help_text=_("As their messages name their sender. It is written into no journal."),
    )  # fmt: skip
    case = forms.CharField(
        label=_("Case"), required=False, max_length=300,
        help_text=_("The address of its page, or its id."),
    )  # fmt: skip
    process = forms.ChoiceField(label=_("Process"), required=False)
    category = forms.ChoiceField(label=_("Kind of data"), required=False)
    why = forms.CharField(
        label=_("Why it is held"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    review_on = forms.DateField(label=_("Look again on"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = [("", "–"), *((str(one.public_id), one.name) for one in processes())]
        kinds = [(one.value, category_words(one)) for one in Category if one not in HELD]
        for name, choices in (("process", here), ("category", [("", "–"), *kinds])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """What is held has to be named, and a case to be there."""
        cleaned: dict[str, Any] = super().clean() or {}
        on = cleaned.get("on")
        if on is None:
            return cleaned
        name = "address" if on == HoldOn.PERSON else on
        value = cleaned.get(name, "")
        if on == HoldOn.CASE:
            value = cleaned["value"] = case_id(value)
        if not value:
            self.add_error(name, _("Name what is to be held."))
        cleaned["value"] = value
        return cleaned


def case_id(said: str) -> str:
    """The id of the case that is meant by its id or its page's address; empty where none is."""
    found = UUID.search(said.casefold())
    here = found and Case.objects.filter(public_id=found.group()).exists()
    return str(found.group()) if found and here else ""


class ReviewForm(forms.Form):
    """When somebody looks at a hold again."""

    review_on = forms.DateField(label=_("Look again on"), widget=DayInput)


class EndHoldForm(forms.Form):
    """Why a hold is not needed any more."""

    why = forms.CharField(
        label=_("Why it is not needed any more"), max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
