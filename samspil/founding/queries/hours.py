"""Opening hours in a line or two."""

from itertools import groupby

from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext

from samspil.core.opening_hours import OpeningHours, Span


def hours_words(hours: OpeningHours | None) -> list[tuple[str, str]]:
    """Days that are open alike, each with its times; none where it is open around the clock."""
    if hours is None:
        return []
    found = []
    for spans, days in groupby(range(len(hours.days)), key=lambda day: hours.days[day]):
        numbers = list(days)
        found.append((_days(numbers), _times(spans)))
    return found


def _days(numbers: list[int]) -> str:
    first, last = str(WEEKDAYS[numbers[0]]), str(WEEKDAYS[numbers[-1]])
    if first == last:
        return capfirst(first)
    return capfirst(gettext("%(first)s to %(last)s") % {"first": first, "last": last})


def _times(spans: tuple[Span, ...]) -> str:
    return ", ".join(map(str, spans)) or gettext("closed")
