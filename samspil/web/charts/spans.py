"""Stretches of time side by side: one lane for each thing, with a line at today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samspil.web.charts.frame import Tone, across, drawing, words

HEIGHT, TOP, THICK = 30, 5, 18
MOST_MONTHS = 6
"""More names of months than this along the head would touch each other on a phone."""
NEAR_THE_END = 0.95
"""A name that began further on would reach beyond the drawing."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From `first` to `last`, both inclusive; a `planned` one is drawn as an outline."""

    first: date
    last: date
    tone: Tone = Tone.INK
    planned: bool = False
    says: str = ""


def reach(stretches: Sequence[Stretch], *, today: date) -> tuple[date, date]:
    """The days that a picture of these and of today has to hold."""
    first = min([today, *(one.first for one in stretches)])
    last = max([today, *(one.last for one in stretches)])
    return first, last + DAY


def lane(stretches: Sequence[Stretch], *, within: tuple[date, date], today: date) -> SafeString:
    """One lane; what a stretch is, is said when one points at it, and stands beside in words."""
    shapes = [_stretch(one, within=within) for one in stretches]
    return drawing(HEIGHT, *shapes, _today(today, within=within))


def months(*, within: tuple[date, date]) -> SafeString:
    """The names of the months over the lanes; every few of them where there are many."""
    firsts, day = [], (within[0].replace(day=1) + 32 * DAY).replace(day=1)
    while day < within[1]:
        firsts.append(day)
        day = (day + 32 * DAY).replace(day=1)
    firsts = [one for one in firsts if _share(one, within=within) < NEAR_THE_END]
    step = -(-len(firsts) // MOST_MONTHS) or 1
    return drawing(
        16,
        *(
            words(date_format(one, "M"), x=_at(one, within=within), y=12, anchor="start")
            for one in firsts[::step]
        ),
    )


def _stretch(one: Stretch, *, within: tuple[date, date]) -> SafeString:
    share = ((one.last - one.first).days + 1) / (within[1] - within[0]).days
    kind = "plot-planned" if one.planned else f"tone-{one.tone}"
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"><title>{}</title></rect>',
        kind, _at(one.first, within=within), TOP, across(share), THICK, one.says,
    )  # fmt: skip


def _today(today: date, *, within: tuple[date, date]) -> SafeString:
    x = _at(today, within=within)
    return format_html('<line class="plot-goal" x1="{}" x2="{}" y1="0" y2="{}"/>', x, x, HEIGHT)


def _at(day: date, *, within: tuple[date, date]) -> str:
    return across(_share(day, within=within))


def _share(day: date, *, within: tuple[date, date]) -> float:
    return (day - within[0]).days / (within[1] - within[0]).days
