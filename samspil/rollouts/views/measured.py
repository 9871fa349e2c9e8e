"""Shares of a team over time, drawn."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.core.rollouts.alarms import SHARES, Kind
from samspil.core.shares import Share
from samspil.rollouts import queries
from samspil.rollouts.models import TeamRollout
from samspil.web.charts import Chart, Point, Tone, line
from samspil.web.words import in_hundred

TITLES = {
    Kind.ACCEPTANCE: gettext_lazy("Proposals of AI that people agreed with"),
    Kind.USE: gettext_lazy("Cases that went the new way"),
}


def charts_of(found: TeamRollout) -> list[tuple[str, Chart, int]]:
    """Each share over time, beside what is planned; of ten people and more."""
    drawn = []
    began = queries.went_live(found)
    for kind in SHARES:
        told = queries.trends_of(found, kind)
        if not told or began is None:
            continue
        points = []
        for one in told:
            share = Share(hits=one.hits, n=one.n)
            (low, high), day = share.interval, date_format(one.last, "SHORT_DATE_FORMAT")
            points.append(Point(label=day, value=share.value, low=low, high=high, n=one.n))
        planned = queries.curve_of(found.rollout, kind).at((told[-1].last - began).days)
        goal = Point(label=_("planned by now"), value=planned, tone=Tone.LATE) if planned else None
        chart = line(
            points, head=(_("Until"), _("Share")), goal=goal, here=len(points) - 1, least_top=1.0,
            show=in_hundred,
        )  # fmt: skip
        drawn.append((str(TITLES[kind]), chart, sum(one.n for one in told)))
    return drawn
