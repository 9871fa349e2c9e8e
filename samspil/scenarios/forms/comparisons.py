"""What a person says of a comparison and its options."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.money import CURRENCIES, usual_currency
from samspil.core.scenarios.comparing import HORIZONS, OWN, Assumption
from samspil.core.scenarios.guessing import BadGuess, Guess
from samspil.scenarios.actions import Said, Wanted
from samspil.scenarios.models import Comparison, Option
from samspil.scenarios.queries import candidates, said
from samspil.tenancy.queries import current
from samspil.web.amounts import AmountField

HUNDRED = 100
ENDS = ("low", "likely", "high")
END_WORDS = {"low": _("at least"), "likely": _("most likely"), "high": _("at most")}
NAMES = {
    Assumption.ONE_OFF: _("What it costs to begin"),
    Assumption.RUNNING: _("What it costs each month"),
    Assumption.HOURS: _("Hours it saves each month if everybody uses it"),
    Assumption.MONTHS: _("Months until it works"),
    Assumption.SHARE: _("Of 100 colleagues whom it concerns, how many will use it"),
    Assumption.USED: _("Of 100 hours saved, how many are really used for something else"),
}
HINTS = {
    Assumption.ONE_OFF: _("Setting up, teaching, one's own hours. Empty: from the tasks below."),
    Assumption.HOURS: _("After checking and correcting. Empty: from the tasks below."),
}
MOST: Mapping[Assumption, int] = {
    Assumption.ONE_OFF: 1_000_000_000, Assumption.RUNNING: 100_000_000,
    Assumption.HOURS: 100_000, Assumption.MONTHS: 60, Assumption.SHARE: HUNDRED,
}  # fmt: skip
MOST_HOUR = 100_000


def month_choices() -> list[tuple[str, str]]:
    """After how many months one may compare."""
    return [(str(n), gettext("%(n)d months") % {"n": n}) for n in HORIZONS]


class ComparisonForm(forms.Form):
    """What is to be decided; cleans to `wanted`."""

    name = forms.CharField(
        label=_("What is to be decided"), max_length=200,
        help_text=_("Such as: tool A or B, build or buy, these five tasks first or those."),
    )  # fmt: skip
    currency = forms.ChoiceField(label=_("Currency"), choices=[(one, one) for one in CURRENCIES])
    hour_cost = AmountField(
        label=_("What an hour costs you"), most=Decimal(MOST_HOUR),
        help_text=_("Wages with all that comes on top. It gives hours saved a value in money."),
    )  # fmt: skip
    months = forms.ChoiceField(label=_("Compare after"), choices=month_choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["currency"].initial = usual_currency(current().language)
        self.fields["months"].initial = str(HORIZONS[1])

    @staticmethod
    def of(comparison: Comparison) -> dict[str, Any]:
        """What was said last, as the form shows it."""
        return {
            "name": comparison.name, "currency": comparison.currency,
            "hour_cost": comparison.hour_cost, "months": str(comparison.months),
        }  # fmt: skip

    def clean_hour_cost(self) -> Decimal:
        """More than nothing."""
        cost: Decimal = self.cleaned_data["hour_cost"]
        if not cost:
            raise forms.ValidationError(_("An hour costs more than nothing."))
        return cost

    def wanted(self) -> Wanted:
        """What is wanted; only of a valid form."""
        given = self.cleaned_data
        return Wanted(
            name=given["name"], currency=given["currency"], hour_cost=given["hour_cost"],
            months=int(given["months"]),
        )  # fmt: skip


class OptionForm(forms.Form):
    """What is said of an option, every number in three points; cleans to `said`."""

    name = forms.CharField(label=_("Name"), max_length=120)
    tasks = forms.MultipleChoiceField(
        label=_("Tasks it takes its hours from"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Those with an estimate in “What to start with”. Their hours and what they cost to "
            "set up count wherever you leave these numbers empty."
        ),
    )  # fmt: skip
    risk = forms.CharField(
        label=_("What can go wrong, in words"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known = {str(one.public_id): one for one, _rule in candidates().values()}
        tasks: Any = self.fields["tasks"]
        tasks.choices = [(key, one.title) for key, one in self._known.items()]
        for name in OWN:
            for end in ENDS:
                money = name in (Assumption.ONE_OFF, Assumption.RUNNING)
                self.fields[f"{name}_{end}"] = AmountField(
                    label=END_WORDS[end], most=Decimal(MOST[name]), required=False,
                    currency=currency if money else "",
                )  # fmt: skip
        self.currency = currency

    @staticmethod
    def of(option: Option) -> dict[str, Any]:
        """What was said last, as the form shows it."""
        shown: dict[str, Any] = {
            "name": option.name, "risk": option.risk, "seen": option.version,
            "tasks": [str(one.public_id) for one in option.tasks.all()],
        }  # fmt: skip
        for name in OWN:
            if guess := said(option, name):
                times = HUNDRED if name is Assumption.SHARE else 1
                shown |= {f"{name}_{end}": round(getattr(guess, end) * times, 2) for end in ENDS}
        return shown

    def groups(self) -> list[tuple[Any, Any, list[Any], str]]:
        """For each assumption its words, a hint, its three fields, and the name of its errors."""
        return [
            (
                f"{NAMES[name]} ({self.currency})"
                if name in (Assumption.ONE_OFF, Assumption.RUNNING)
                else NAMES[name],
                HINTS.get(name, ""),
                [self[f"{name}_{end}"] for end in ENDS],
                name.value,
            )
            for name in OWN
        ]

    def clean(self) -> dict[str, Any]:
        """Each three are there, or may be left to the tasks, and go upwards."""
        given = super().clean() or {}
        guesses = {}
        for name in OWN:
            try:
                guess = self._guess(name, given)
            except BadGuess as why:
                self.add_error(f"{name}_low", gettext(why.words).format(**why.figures))
            else:
                if guess is not None:
                    guesses[name] = guess
        given["guesses"] = guesses
        return given

    def _guess(self, name: Assumption, given: Mapping[str, Any]) -> Guess | None:
        fields = [f"{name}_{end}" for end in ENDS]
        if any(field in self.errors for field in fields):
            return None
        points = [given.get(field) for field in fields]
        known = [float(point) for point in points if point is not None]
        left = not known and name in (Assumption.ONE_OFF, Assumption.HOURS) and given.get("tasks")
        if left:
            return None
        if len(known) < len(ENDS):
            self.add_error(
                fields[[point is None for point in points].index(True)],
                gettext("Say all three numbers; they may be the same where you are sure."),
            )
            return None
        low, likely, high = known
        times = HUNDRED if name is Assumption.SHARE else 1
        return Guess(low=low / times, likely=likely / times, high=high / times)

    def said(self) -> Said:
        """What was said; only of a valid form."""
        given = self.cleaned_data
        tasks = [self._known[key] for key in given["tasks"]]
        return Said(name=given["name"], guesses=given["guesses"], tasks=tasks, risk=given["risk"])
