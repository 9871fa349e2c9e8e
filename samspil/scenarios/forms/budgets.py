"""What a person says of a budget, its lines, and what was spent."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.money import CURRENCIES, usual_currency
from samspil.core.payback import YEAR
from samspil.core.scenarios.budget import Kind
from samspil.core.scenarios.guessing import BadGuess, Guess
from samspil.scenarios.actions import Planned, Year
from samspil.scenarios.forms.comparisons import END_WORDS, ENDS, MOST_HOUR
from samspil.scenarios.models import Budget, BudgetLine
from samspil.scenarios.queries import month_of
from samspil.tenancy.queries import current
from samspil.web.amounts import AmountField
from samspil.web.days import DayInput

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

KINDS = {
    Kind.LICENCES: _("Licences"),
    Kind.TRAINING: _("Hours of training"),
    Kind.HELP: _("Outside help"),
    Kind.EQUIPMENT: _("Equipment"),
    Kind.BUFFER: _("Buffer for what nobody foresees"),
}
MOST_MONEY, MOST_HOURS, MOST_MONTHS, MOST_PEOPLE = 1_000_000_000, 100_000, 60, 100_000


class _Threes(forms.Form):
    """A form with guesses in three points."""

    def _add(self, name: str, *, most: int, currency: str = "") -> None:
        for end in ENDS:
            self.fields[f"{name}_{end}"] = AmountField(
                label=END_WORDS[end], most=Decimal(most), required=False, currency=currency
            )

    def three(self, name: str) -> list[Any]:
        """The fields of a guess."""
        return [self[f"{name}_{end}"] for end in ENDS]

    def _guess(self, name: str, given: Mapping[str, Any], *, needed: bool) -> Guess | None:
        """The guess; None where it is left out or does not fit, which is then said."""
        fields = [f"{name}_{end}" for end in ENDS]
        points = [given.get(field) for field in fields]
        if any(field in self.errors for field in fields):
            return None
        if None in points:
            if needed or any(point is not None for point in points):
                text = gettext("Say all three numbers; they may be the same where you are sure.")
                self.add_error(fields[points.index(None)], text)
            return None
        try:
            low, likely, high = (float(str(point)) for point in points)
            return Guess(low=low, likely=likely, high=high)
        except BadGuess as why:
            self.add_error(fields[0], gettext(why.words).format(**why.figures))
            return None


class BudgetForm(_Threes):
    """What is said of a budget; cleans to `year`."""

    name = forms.CharField(label=_("Name"), max_length=120)
    first_month = forms.DateField(
        label=_("The year begins with the month of"), widget=DayInput(),
        help_text=_("Any day of that month."),
    )  # fmt: skip
    people = forms.IntegerField(
        label=_("Employees"), min_value=1, max_value=MOST_PEOPLE,
        help_text=_("Those it is for. The budget is also shown for each of them."),
    )  # fmt: skip
    currency = forms.ChoiceField(label=_("Currency"), choices=[(one, one) for one in CURRENCIES])
    hour_cost = AmountField(
        label=_("What an hour costs you"), most=Decimal(MOST_HOUR),
        help_text=_("Wages with all that comes on top. It gives hours saved a value in money."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["currency"].initial = usual_currency(current().language)
        self._add("hours", most=MOST_HOURS)
        self._add("months", most=MOST_MONTHS)

    @staticmethod
    def of(budget: Budget) -> dict[str, Any]:
        """What was said last, as the form shows it."""
        names = ("name", "first_month", "people", "currency", "hour_cost")
        threes = [f"{name}_{end}" for name in ("hours", "months") for end in ENDS]
        return {name: getattr(budget, name) for name in (*names, *threes)}

    def clean(self) -> dict[str, Any]:
        """What fits together, as `year`."""
        given = super().clean() or {}
        if given.get("hour_cost") == 0:
            self.add_error("hour_cost", gettext("An hour costs more than nothing."))
        hours = self._guess("hours", given, needed=False)
        months = self._guess("months", given, needed=True)
        if not self.errors and months is not None:
            given["year"] = Year(
                name=given["name"], currency=given["currency"], hour_cost=given["hour_cost"],
                first_month=given["first_month"], people=given["people"], hours=hours,
                months=months,
            )  # fmt: skip
        return given


class LineForm(_Threes):
    """What is said of a line; cleans to `planned`."""

    kind = forms.ChoiceField(
        label=_("What it is"), choices=[(one.value, w) for one, w in KINDS.items()]
    )
    name = forms.CharField(label=_("Name"), max_length=120)
    once = forms.BooleanField(label=_("Paid once, not month by month"), required=False)
    done = forms.BooleanField(label=_("Nothing more comes this year"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._add("plan", most=MOST_MONEY, currency=currency)

    @staticmethod
    def of(line: BudgetLine) -> dict[str, Any]:
        """What was said last, as the form shows it."""
        names = ("kind", "name", "once", "done")
        shown = {name: getattr(line, name) for name in names}
        return shown | {f"plan_{end}": getattr(line, end) for end in ENDS} | {"seen": line.version}

    def clean(self) -> dict[str, Any]:
        """What fits together, as `planned`."""
        given = super().clean() or {}
        plan = self._guess("plan", given, needed=True)
        if not self.errors and plan is not None:
            given["planned"] = Planned(
                kind=Kind(given["kind"]), name=given["name"], plan=plan, once=given["once"],
                done=given["done"],
            )  # fmt: skip
        return given


class MonthsForm(forms.Form):
    """What a line cost, month by month; cleans to `amounts`."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, line: BudgetLine, **kwargs: Any) -> None:
        spent: dict[str, Any] = {f"month_{one.month}": one.amount for one in line.spending.all()}
        kwargs["initial"] = spent | {"seen": line.version}
        super().__init__(*args, **kwargs)
        for month in range(1, YEAR + 1):
            self.fields[f"month_{month}"] = AmountField(
                label=_month(month_of(line.budget, month)), required=False,
                most=Decimal(MOST_MONEY), currency=line.budget.currency,
            )  # fmt: skip

    def amounts(self) -> dict[int, Decimal]:
        """Amounts by month; only of a valid form."""
        given = {month: self.cleaned_data[f"month_{month}"] for month in range(1, YEAR + 1)}
        return {month: amount for month, amount in given.items() if amount is not None}


class SpendingFileForm(forms.Form):
    """A table of what was spent."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=_(
            "CSV or Excel (.xlsx) with the columns line, month and amount: the name of a line, a "
            "month such as 2026-03 or 1 to 12, and what it cost. Rows of the same line and month "
            "are added up, and stand in place of what stood there. Every row is taken, or none."
        ),
    )

    def given(self) -> "UploadedFile[bytes]":
        """The file; only of a valid form."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        return file


def _month(day: date) -> str:
    return date_format(day, "YEAR_MONTH_FORMAT")
