"""Reports as charts and sentences."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.core.paired import Finding
from samspil.teaching.models import Origin, Step, Version
from samspil.teaching.queries.beside import Beside
from samspil.teaching.queries.reports import CurvePoint, Report, TopicRow
from samspil.teaching.queries.trials import trial_words
from samspil.web.charts import Chart, Point, intervals, line
from samspil.web.charts.frame import number
from samspil.web.places import LANGUAGE_NAMES
from samspil.web.words import in_hundred

MOST_TOPICS = 12
"""So many topics, the hardest first, stand in the picture; all stand in the table."""


def report_context(shown: Report, *, may_read: bool, may_teach: bool) -> dict[str, object]:
    """What `teaching/report.html` reads; texts of customers only for those who `may_read`."""
    return {
        "report": shown,
        "version": shown.version,
        "topic_chart": topic_chart(shown.topics[:MOST_TOPICS]),
        "topic_title": topic_title(shown.topics),
        "curve_chart": curve_chart(shown.curve) if len(shown.curve) > 1 else None,
        "curve_title": curve_title(shown),
        "curve_n": shown.curve[-1].share.n if shown.curve else 0,
        "verdict": verdict(shown.beside) if shown.beside else "",
        "costs": shown.costs,
        "tried": trial_words(shown.trial) if shown.trial else "",
        "may_read": may_read,
        "may_teach": may_teach,
    }


def topic_chart(rows: Sequence[TopicRow]) -> Chart:
    """How often each topic was told, the hardest first."""
    points = [
        Point(
            label=row.name,
            value=row.share.value,
            low=row.share.interval[0],
            high=row.share.interval[1],
            n=row.share.n,
        )
        for row in rows
    ]
    return intervals(points, head=(_("Topic"), _("Right")), show=in_hundred)


def topic_title(rows: Sequence[TopicRow]) -> str:
    """What the picture of topics shows."""
    if not rows:
        return _("How often each topic was right")
    hardest = rows[0]
    return _("Hardest to tell: %(topic)s, right in %(words)s") % {
        "topic": hardest.name,
        "words": in_hundred(hardest.share.value or 0),
    }


def curve_chart(points: Sequence[CurvePoint]) -> Chart:
    """How often it was right against how many examples it had."""
    most = points[-1].examples or 1
    shown = [
        Point(
            label=number(point.examples),
            value=point.share.value,
            low=point.share.interval[0],
            high=point.share.interval[1],
            n=point.share.n,
            at=point.examples / most,
        )
        for point in points
    ]
    return line(shown, head=(_("Examples"), _("Right")), here=len(shown) - 1, show=in_hundred)


def curve_title(shown: Report) -> str:
    """Whether more examples are likely to help."""
    if shown.more_helps:
        return _("More examples are likely to help")
    return _("More of the same examples would hardly help")


def verdict(beside: Beside) -> str:
    """What the comparison shows, as a sentence."""
    pair = beside.paired
    if beside.no_common_topic:
        return _("No comparison: the two know no topic by the same name.")
    if not pair.tried and beside.unshared:
        return _(
            "No comparison: of the topics that both know there is no example that neither of the "
            "two has learned from."
        )
    if not pair.tried:
        return _("There is no example that neither of the two has learned from.")
    facts = {"better": pair.better, "worse": pair.worse, "n": pair.tried}
    if pair.finding is Finding.BETTER:
        return (
            _(
                "Better: on %(n)d examples that neither had seen it was right %(better)d times "
                "where the other was wrong, and wrong %(worse)d times where the other was right."
            )
            % facts
        )
    if pair.finding is Finding.WORSE:
        return (
            _(
                "Worse: on %(n)d examples that neither had seen it was wrong %(worse)d times where "
                "the other was right, and right only %(better)d times where the other was wrong."
            )
            % facts
        )
    return (
        _(
            "No difference to be seen: on %(n)d examples that neither had seen it was right "
            "%(better)d times where the other was wrong, and wrong %(worse)d times where the other "
            "was right. Chance alone does as much."
        )
        % facts
    )


def step_words(step: Step) -> str:
    """What a running lesson is doing."""
    return {
        Step.KEEPING: _("The examples are being kept"),
        Step.TRYING: _("AI learns from some examples and is tried on the others"),
        Step.LEARNING: _("AI learns from all examples"),
        Step.COMPARING: _("The new version is tried beside the others"),
    }[step]


def languages(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The languages by name with their counts, the most first."""
    ordered = sorted(counts.items(), key=lambda pair: -pair[1])
    return [(str(LANGUAGE_NAMES.get(code, _("another language"))), n) for code, n in ordered]


def version_name(version: Version) -> str:
    """What a version is called on pages."""
    if version.origin == Origin.STARTER:
        return _("As it came")
    if version.origin == Origin.EARLIER:
        return _("Taught before versions were kept")
    n = version.examples
    return ngettext("Taught from %(n)d example", "Taught from %(n)d examples", n) % {"n": n}
