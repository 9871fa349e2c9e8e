"""A field for a number that people write with their own comma, and may put a currency to."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import get_format, number_format
from django.utils.translation import gettext as _

from samspil.core.money import BadNumber, number_in


class AmountField(forms.CharField):
    """Cleans to a `Decimal` of 0 or more, None where it is empty and need not be there."""

    def __init__(self, *, most: Decimal | None = None, currency: str = "", **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)
        self.most, self.currency = most, currency
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def clean(self, value: Any) -> Decimal | None:
        """The number; raises `ValidationError` with what to do."""
        text = super().clean(value)
        if not text:
            return None
        try:
            number = number_in(text, comma=get_format("DECIMAL_SEPARATOR"), currency=self.currency)
        except BadNumber as why:
            raise forms.ValidationError(_(why.words).format(**why.figures)) from None
        if self.most is not None and number > self.most:
            most = number_format(self.most)
            raise forms.ValidationError(_("This is more than %(most)s.") % {"most": most})
        return number

    def prepare_value(self, value: Any) -> Any:
        """A number as the reader would write it."""
        if isinstance(value, Decimal | float | int):
            return number_format(_short(Decimal(str(value))), use_l10n=True, force_grouping=False)
        return value


def _short(number: Decimal) -> Decimal:
    """Without zeros at its end."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
