"""The learning curve as a picture."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.teaching.queries.curves import LearningCurve
from samspil.web.charts import Chart, Point, line
from samspil.web.charts.frame import number
from samspil.web.words import in_hundred


def learning_context(curve: LearningCurve) -> dict[str, object]:
    """What `teaching/curve.html` reads; nothing is drawn without points."""
    if not curve.points:
        return {"curve": None}
    return {
        "curve": curve,
        "curve_chart": _chart(curve),
        "curve_title": _title(curve),
        "curve_n": curve.points[-1].share.n,
    }


def _chart(curve: LearningCurve) -> Chart:
    most = curve.ahead[-1].examples if curve.ahead else curve.points[-1].examples
    measured = [
        Point(
            label=number(point.examples),
            value=point.share.value,
            low=point.share.interval[0],
            high=point.share.interval[1],
            n=point.share.n,
            at=point.examples / most,
        )
        for point in curve.points
    ]
    ahead = [
        Point(
            label=_("%(n)s, expected") % {"n": number(one.examples)},
            foot=number(one.examples),
            value=one.right,
            low=one.low,
            high=one.high,
            at=one.examples / most,
        )
        for one in curve.ahead
    ]
    return line(
        [*measured, *ahead],
        head=(_("Examples"), _("Right")),
        here=len(measured) - 1,
        ahead=len(ahead),
        show=in_hundred,
    )


def _title(curve: LearningCurve) -> str:
    """What the picture shows."""
    last = curve.points[-1]
    if curve.ahead:
        words = _("%(now)s were right with %(had)s examples; with %(n)s, %(words)s should be")
        ahead = curve.ahead[-1]
        return words % {
            "n": number(ahead.examples),
            "words": in_hundred(ahead.right),
            "now": in_hundred(last.share.value or 0),
            "had": number(last.examples),
        }
    words = ngettext(
        "With %(n)s example %(now)s were right",
        "With %(n)s examples %(now)s were right",
        last.examples,
    )
    return words % {"n": number(last.examples), "now": in_hundred(last.share.value or 0)}
