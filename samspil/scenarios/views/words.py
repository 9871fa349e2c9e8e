"""Figures of comparisons as people read them."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.core.payback import MONTHS, Payback
from samspil.core.scenarios import published
from samspil.core.scenarios.comparing import Assumption
from samspil.core.scenarios.guessing import Guess, Percentiles, rounded
from samspil.web.charts import number

MONEY = (Assumption.ONE_OFF, Assumption.RUNNING)
HUNDRED = 100
SHARES = (Assumption.SHARE, Assumption.USED)


def money(value: float | Decimal, currency: str = "") -> str:
    """An amount in whole units, and its currency if it is not said beside it."""
    words = number_format(round(value), decimal_pos=0, use_l10n=True, force_grouping=True)
    return f"{words}\u00a0{currency}" if currency else words


def range_words(found: Percentiles, currency: str) -> str:
    """From where to where 80 of 100 draws lie."""
    return _("%(low)s to %(high)s %(currency)s") % {
        "low": money(found.p10), "high": money(found.p90), "currency": currency,
    }  # fmt: skip


def month_words(month: int | None) -> str:
    """The month in which it is paid back."""
    if month is None:
        return _("not within %(n)d months") % {"n": MONTHS}
    return ngettext("after %(n)d month", "after %(n)d months", month) % {"n": month}


def payback_words(found: Payback) -> str:
    """When it is paid back, never without its range."""
    return _("%(middle)s; if it goes well %(early)s, if badly %(late)s") % {
        "middle": month_words(found.p50), "early": month_words(found.p10),
        "late": month_words(found.p90),
    }  # fmt: skip


def value_words(name: Assumption, value: float, currency: str) -> str:
    """The value of an assumption in its unit."""
    return _with_unit(name, _figures(name, value), currency)


def guess_words(name: Assumption, guess: Guess, currency: str) -> str:
    """What was guessed, in three points."""
    points = [_figures(name, each) for each in (guess.low, guess.likely, guess.high)]
    alike = len(set(points)) == 1
    return _with_unit(name, points[0] if alike else " – ".join(points), currency)


def _figures(name: Assumption, value: float) -> str:
    if name in MONEY:
        return money(rounded(value))
    return number(rounded(HUNDRED * value if name in SHARES else value))


def _with_unit(name: Assumption, figures: str, currency: str) -> str:
    if name in MONEY:
        return f"{figures}\u00a0{currency}"
    if name in SHARES:
        return _("%(number)s in 100") % {"number": figures}
    if name is Assumption.MONTHS:
        return _("%(n)s months") % {"n": figures}
    return _("%(n)s hours") % {"n": figures}


def hours_words(guess: Guess | None) -> str:
    """Hours saved a month, in three points; empty where nobody may tell."""
    return guess_words(Assumption.HOURS, guess, "") if guess else ""


def published_words() -> dict[str, str]:
    """What others reported, said as theirs."""
    first, other = (
        _("%(low)d to %(high)d months") % {"low": low, "high": high}
        for low, high in published.PAYBACK_MONTHS
    )
    return {
        "first_year": _reported(published.FIRST_YEAR),
        "shared_hr": _reported(published.SHARED_HR),
        "payback": _("%(first)s by one source, %(other)s by another")
        % {"first": first, "other": other},
    }


def _reported(ends: tuple[int, int]) -> str:
    low, high = ends
    return _("%(low)s to %(high)s %(currency)s") % {
        "low": money(low), "high": money(high), "currency": published.CURRENCY,
    }  # fmt: skip
