"""What one supposes of the coming days, and what is said of people's time."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspil.core.money import CURRENCIES
from samspil.work.models import Capacity
from samspil.work.queries.ahead import AS_IT_IS, Supposed
from samspil.work.queries.evidence import OFFERED

AS_NOW = "now"
MOST_ILL = 1_000
FEWEST_ARRIVALS, MOST_ARRIVALS = -90, 400
MOST_MINUTES = 1_000_000


class SupposeForm(forms.Form):
    """A "what if" about the coming days."""

    wrong = forms.TypedChoiceField(
        label=_("Of 100 that AI finishes alone, wrong at most"),
        choices=[
            (AS_NOW, _("as it is")),
            ("0", _("it finishes nothing")),
            *((str(number), str(number)) for number in OFFERED),
        ],
        coerce=lambda value: None if value == AS_NOW else int(value),
        initial=AS_NOW,
    )
    ill = forms.IntegerField(
        label=_("People who are ill"), min_value=0, max_value=MOST_ILL, initial=AS_IT_IS.ill
    )
    arrivals = forms.IntegerField(
        label=_("More cases, in percent (fewer: below 0)"),
        min_value=FEWEST_ARRIVALS,
        max_value=MOST_ARRIVALS,
        initial=AS_IT_IS.arrivals,
    )
    checked = forms.IntegerField(
        label=_("Of 100 that AI finishes, people check"),
        min_value=0,
        max_value=100,
    )

    @classmethod
    def asked(cls, given: Mapping[str, str], *, checked: float) -> "SupposeForm":
        """The form as an address fills it in; what the address does not name is as it is.

        Today people look at the share `checked` (0 to 1) of what AI might finish.
        """
        initial = {"checked": round(checked * 100)}
        if not given.keys() & cls.base_fields.keys():
            return cls(initial=initial)
        as_it_is = {name: str(field.initial) for name, field in cls.base_fields.items()}
        return cls({**as_it_is, **initial, **{name: given[name] for name in given}})

    def supposed(self) -> Supposed | None:
        """What is supposed; None where nothing was asked, or nothing that can be."""
        return Supposed(**self.cleaned_data) if self.is_valid() else None


class CapacityForm(forms.Form):
    """People's minutes, and the cost of an error."""

    minutes_a_day = forms.IntegerField(
        label=_("Minutes a day that all people together have for this process"),
        help_text=_("Empty: worked out from teams and opening hours."),
        min_value=0,
        max_value=MOST_MINUTES,
        required=False,
    )
    error_cost = forms.DecimalField(
        label=_("What one wrong case costs, on average"),
        help_text=_("Empty: nobody has said; then only errors are counted."),
        min_value=Decimal(0),
        max_digits=12,
        decimal_places=2,
        required=False,
        localize=True,
    )
    currency = forms.ChoiceField(
        label=_("Currency"), choices=[(one, one) for one in CURRENCIES], required=False
    )

    @classmethod
    def of(cls, capacity: Capacity | None) -> "CapacityForm":
        """The form as it was filled in last."""
        if capacity is None:
            return cls()
        fields = ("minutes_a_day", "error_cost", "currency")
        return cls(initial={name: getattr(capacity, name) for name in fields})

    def clean(self) -> dict[str, Any]:
        """A cost has a currency."""
        cleaned = super().clean() or {}
        if cleaned.get("error_cost") is not None and not cleaned.get("currency"):
            self.add_error("currency", _("Choose the currency of the cost."))
        return cleaned
