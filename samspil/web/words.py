"""Numbers, times and names as people say them. Everything is given; nothing is read."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil, floor

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext

SOON = timedelta(hours=4)
HUNDRED = 100
ROUNDING = 1e-9
"""Keeps 0.29 * 100 from becoming 28."""


class Due(StrEnum):
    """How near a deadline is."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """A deadline in words, with how near it is."""

    state: Due
    words: str


def in_hundred(share: float) -> str:
    """A share from 0 to 1 in plain words, never rounded to certainty."""
    check_share(share)
    if share == 0:
        return gettext("none in 100")
    if share < 1 / HUNDRED:
        return gettext("fewer than 1 in 100")
    if share == 1:
        return gettext("100 in 100")
    if share > 1 - 1 / HUNDRED:
        return gettext("more than 99 in 100")
    return gettext("about %(number)d in 100") % {"number": round(share * HUNDRED)}


def between(low: float, high: float) -> str:
    """An interval of shares, such as "86 to 97 in 100", rounded outwards."""
    check_share(low)
    check_share(high)
    if low > high:
        raise ValueError("The lower end of an interval stands above its upper end.")
    ends = {"low": floor(low * HUNDRED + ROUNDING), "high": ceil(high * HUNDRED - ROUNDING)}
    return gettext("%(low)d to %(high)d in 100") % ends


def exactly(share: float) -> str:
    """A share that was laid down, such as a limit, as people say it: no "about" beside it."""
    check_share(share)
    return gettext("%(number)s in 100") % {"number": in_figures(HUNDRED * share)}


def points_between(value: float, low: float, high: float) -> str:
    """How much oftener one way is right than another (-1 to 1), with its interval, of 100 cases."""
    said = {"value": value, "low": low, "high": high}
    numbers = {
        name: number_format(f"{HUNDRED * one:+.1f}", decimal_pos=1) for name, one in said.items()
    }
    return gettext("%(value)s in 100 (%(low)s to %(high)s)") % numbers


def in_figures(number: float) -> str:
    """A number by its first three digits, with the comma or point of the reader's language."""
    return number_format(f"{number:.3g}")


def lasting(seconds: float) -> str:
    """How long something takes, in the unit that suits it: "40 s", "2.5 h", "12 days"."""
    if seconds < 100:
        return gettext("%(n)s s") % {"n": number_format(round(seconds))}
    if seconds < 6000:
        return gettext("%(n)s min") % {"n": number_format(round(seconds / 60))}
    if seconds < 2 * 86_400:
        return gettext("%(n)s h") % {"n": _short(seconds / 3600)}
    return gettext("%(n)s days") % {"n": _short(seconds / 86_400)}


def worked(seconds: float) -> str:
    """How long something takes in opening hours, where a day is no unit: "40 min", "2.5 h"."""
    return (
        lasting(seconds) if seconds < 6000 else gettext("%(n)s h") % {"n": _short(seconds / 3600)}
    )


def _short(number: float) -> str:
    return number_format(f"{number:.1f}" if number < 10 else round(number))


def check_share(share: float) -> None:
    """Raise `ValueError` unless `share` lies from 0 to 1."""
    if not 0 <= share <= 1:
        raise ValueError(f"A share lies from 0 to 1, not at {share}.")


def due_words(due: datetime, now: datetime, *, soon: timedelta = SOON) -> DueWords:
    """Say how far away a deadline is; days are counted in the reader's own zone."""
    if due < now:
        return DueWords(state=Due.LATE, words=_late(now - due))
    if due - now <= soon:
        return DueWords(state=Due.SOON, words=_in(due - now))
    return DueWords(state=Due.LATER, words=_on(due, now))


def _late(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return ngettext("%(n)d minute late", "%(n)d minutes late", minutes) % {"n": minutes}
    hours = minutes // 60
    if hours < 48:
        return ngettext("%(n)d hour late", "%(n)d hours late", hours) % {"n": hours}
    return ngettext("%(n)d day late", "%(n)d days late", hours // 24) % {"n": hours // 24}


def _in(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 90:
        return ngettext("due in %(n)d minute", "due in %(n)d minutes", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("due in %(n)d hour", "due in %(n)d hours", hours) % {"n": hours}


def _on(due: datetime, now: datetime) -> str:
    there, here = timezone.localtime(due), timezone.localtime(now)
    clock = date_format(there, "TIME_FORMAT")
    days = (there.date() - here.date()).days
    if days == 0:
        return gettext("due today %(time)s") % {"time": clock}
    if days == 1:
        return gettext("due tomorrow %(time)s") % {"time": clock}
    return gettext("due %(date)s") % {"date": date_format(there, "MONTH_DAY_FORMAT")}


def short_day(at: datetime) -> str:
    """The day of an instant, in the fewest signs."""
    return date_format(timezone.localtime(at), "SHORT_DATE_FORMAT")


def initials(name: str) -> str:
    """One or two letters that stand for a name or an address."""
    words: list[str] = re.findall(r"[^\W\d_]+", name.split("@", maxsplit=1)[0])
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
