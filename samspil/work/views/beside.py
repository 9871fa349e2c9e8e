"""A person, AI and both together on the same cases, as the page of evidence shows them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from samspil.core.anonymity import LEAST
from samspil.core.evidence.gain import Gain, Ways
from samspil.core.shares import Share
from samspil.web import charts
from samspil.web.charts import Tone
from samspil.web.words import in_hundred, points_between
from samspil.work.queries.judging import Comparison


def beside(known: Comparison) -> Mapping[str, object]:
    """What the section needs: the picture, the gains in words, and what keeps it from both."""
    ways = known.ways
    return {
        "known": known,
        "fewest_people": LEAST,
        "chart": _chart(ways) if ways else None,
        "over_ai": _gain(ways.over_ai) if ways and known.told else "",
        "over_people": _gain(ways.over_people) if ways and ways.over_people else "",
    }


def _gain(gain: Gain) -> str:
    return points_between(gain.value or 0.0, gain.low, gain.high)


def _chart(ways: Ways) -> charts.Chart:
    rows = [_point(_("AI alone"), ways.ai, Tone.ALONE)]
    if ways.people is not None:
        rows.insert(0, _point(_("A person alone"), ways.people, Tone.PERSON))
        rows.append(_point(_("Both together"), ways.both, Tone.TOGETHER))
    return charts.intervals(rows, head=(_("Who"), _("Right of these cases")), show=in_hundred)


def _point(label: str, share: Share, tone: Tone) -> charts.Point:
    low, high = share.interval
    return charts.Point(label=label, value=share.value, low=low, high=high, n=share.n, tone=tone)
