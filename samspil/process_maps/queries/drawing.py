"""A map as a picture: boxes from the top, lines as wide as cases take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samspil.core.process_maps.adding_up import drawable
from samspil.process_maps.queries.charted import MINUTE_S, SEEN, Charted, Row
from samspil.web.charts.flow import Stop, Way, flow
from samspil.web.templatetags.parts import ROUTES
from samspil.web.words import exactly, in_hundred, lasting

BEGIN, END = -1, -2
MOST_PASSED = 3_000
"""Rows that the lines of one picture pass together; more take longer to draw than anybody waits."""


class Show(StrEnum):
    """What boxes say."""

    ALL = "all"
    TIME = "time"
    ERRORS = "errors"
    AI = "ai"
    POTENTIAL = "potential"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The drawing, and how many ways are in the table alone for want of room."""

    drawing: SafeString
    hidden: int


def picture_of(found: Charted, *, show: Show) -> Picture:
    """Draw it; boxes say what is to be shown."""
    order = [BEGIN, *(row.step.pk for row in found.rows), END]
    often = dict(_often(found))
    chosen = drawable(often, order, most=MOST_PASSED)
    stops = [
        Stop(node=BEGIN, label=_("Beginning"), figures=""),
        *(_stop(row, show) for row in found.rows),
        Stop(node=END, label=_("End"), figures=""),
    ]
    shares = _shares(found)
    ways = [
        Way(
            source=source, target=target, weight=often[source, target] + SEEN,
            words=(_share(shares[source, target]),),
        )
        for source, target in chosen
    ]  # fmt: skip
    label = _("Map of the steps; the table below says the same")
    return Picture(drawing=flow(stops, ways, label=label), hidden=len(often) - len(chosen))


def words_of(row: Row, show: Show) -> str:
    """What a box says of its step."""
    if show is Show.TIME:
        waits = row.waiting.known
        wait = "" if waits is None else _("waits %(time)s") % {"time": lasting(MINUTE_S * waits)}
        return " · ".join(filter(None, (_minutes(row), wait))) or _("time unknown")
    if show is Show.ERRORS:
        return _errors(row) or _("errors unknown")
    if show is Show.AI:
        share = row.ai_share.known
        return _("AI unknown") if share is None else _("AI: %(share)s") % {"share": _hundred(share)}
    if show is Show.POTENTIAL:
        return _potential(row)
    return " · ".join(filter(None, (_minutes(row), _errors(row)))) or _("time unknown")


def _stop(row: Row, show: Show) -> Stop:
    step = row.step
    return Stop(
        node=step.pk,
        label=step.name,
        figures=words_of(row, show),
        who=str(ROUTES[row.who.route][0]),
        tone=row.who.route.value,
        url=reverse("process_maps:step", args=[step.public_id]),
    )


def _shares(found: Charted) -> dict[tuple[int, int], float]:
    """Every way with the share of those who leave the step: the beginnings and ends too."""
    return {
        **{(BEGIN, key): share for key, share in found.walk.begins.items()},
        **found.walk.shares,
        **{(row.step.pk, END): row.ends for row in found.rows if row.ends},
    }


def _often(found: Charted) -> Iterator[tuple[tuple[int, int], float]]:
    """How often each way is taken, of one case."""
    visits = {BEGIN: 1.0, **{row.step.pk: row.visits or 0.0 for row in found.rows}}
    for edge, share in _shares(found).items():
        yield edge, visits[edge[0]] * share


def _share(share: float) -> str:
    """As people say it; nothing where all go this way."""
    return "" if share > 1 - SEEN else _hundred(share)


def _minutes(row: Row) -> str:
    known = row.minutes.known
    return "" if known is None else lasting(MINUTE_S * known)


def _errors(row: Row) -> str:
    known = row.errors.known
    return "" if known is None else _("%(share)s wrong") % {"share": _hundred(known)}


def _potential(row: Row) -> str:
    if row.task is None:
        return _("not judged yet")
    if row.saved is None:
        return _("not estimated yet")
    low, high = round(100 * row.saved.low), round(100 * row.saved.high)
    return _("saves %(low)d to %(high)d in 100") % {"low": low, "high": high}


def _hundred(share: float) -> str:
    return exactly(round(share, 3)) if 0 < share < 1 else in_hundred(share)
