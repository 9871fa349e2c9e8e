"""Pictures of what options bring."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samspil.core.payback import YEAR
from samspil.core.scenarios.comparing import HORIZONS, STEP, Compared
from samspil.scenarios.forms import NAMES
from samspil.scenarios.queries import Hinges, Reckoned, Weighed, month_of
from samspil.scenarios.views.words import money
from samspil.web.charts import Chart, Point, intervals, line, tornado


def side_by_side(found: Weighed, *, months: int) -> Chart:
    """What each option brings after so many months, on one scale."""
    rows = found.result.rows if found.result else ()
    points = [
        Point(
            label=found.name(row.key), value=row.net[months].p50,
            low=row.net[months].p10, high=row.net[months].p90,
        )
        for row in rows
    ]  # fmt: skip
    return intervals(points, head=(_("Option"), found.comparison.currency), show=money)


def hanging_on(one: Hinges, *, currency: str) -> Chart:
    """What is gained if one assumption alone is at either end."""
    points = [
        Point(label=str(NAMES[each.assumption]), value=one.net, low=each.low, high=each.high)
        for each in one.swings
    ]
    return tornado(points, head=(_("Assumption"), currency), show=money)


def over_time(row: Compared, *, currency: str) -> Chart:
    """What is gained on the whole, month by month."""
    months = range(0, HORIZONS[-1] + 1, STEP)
    points = [
        Point(
            label=_("month %(n)d") % {"n": month}, foot=str(month),
            value=each.p50, low=each.p10, high=each.p90,
        )
        for month, each in zip(months, row.curve, strict=True)
    ]  # fmt: skip
    return line(points, head=(_("Month"), currency), show=money)


def of_year(found: Reckoned) -> Chart:
    """What was spent and is expected, added up month by month."""
    ahead = found.outlook
    points = [
        Point(
            label=date_format(month_of(found.budget, month), "YEAR_MONTH_FORMAT")
            if month
            else _("at the start"),
            foot=date_format(month_of(found.budget, month), "M") if month else "0",
            value=each.p50,
            low=each.p10 if month > ahead.months else None,
            high=each.p90 if month > ahead.months else None,
        )
        for month, each in enumerate(ahead.path)
    ]
    limit = Point(label=_("the middle of the plan"), value=ahead.limit)
    return line(
        points, head=(_("Month"), found.budget.currency), goal=limit if ahead.limit else None,
        ahead=YEAR - ahead.months, show=money,
    )  # fmt: skip


def of_lines(found: Reckoned) -> Chart:
    """What each line comes to."""
    named = {one.public_id.int: one.name for one in found.lines}
    points = [
        Point(label=named[each.key], value=each.end.p50, low=each.end.p10, high=each.end.p90)
        for each in found.outlook.lines
    ]
    return intervals(points, head=(_("Line"), found.budget.currency), show=money)
