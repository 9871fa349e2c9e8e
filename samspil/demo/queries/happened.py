"""What the demonstration did, counted from the database after it happened."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from samspil.core.lifecycle import Stage
from samspil.core.shares import Share
from samspil.demo.queries.cast import LINES, Line
from samspil.demo.queries.company import process_of
from samspil.demo.queries.samples import Sample, Sizes, every_message_of_today, todays_messages
from samspil.work.models import Case, Complaint, Decision, Outgoing, Proposal
from samspil.work.queries.cases import QUEUE_ORDER

URGENT_RISK = 0.9
"""Cases of this risk and above: the customer is dissatisfied, in a hard place or in a hurry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayCount:
    """How many cases went one way for one reason."""

    route: str
    reason: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReport:
    """One line of work today.

    `right` counts messages with a known topic that AI looked at; `right_when_sure` those of them
    where AI was sure enough to say a topic at all.
    """

    line: Line
    messages: int
    ways: Sequence[WayCount]
    right: Share
    right_when_sure: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelTime:
    """Median minutes from arrival to the first reply, of `n` past cases of this level."""

    level: str
    n: int
    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that happened. `ai_seconds` is the median from arrival to routing today."""

    lines: Sequence[LineReport]
    messages: int
    ai_seconds: float | None
    verdicts: dict[str, int]
    past_cases: int
    first_responses: Sequence[LevelTime]
    waiting: int
    late: int
    urgent: int
    held: int
    letters: int


def arrived_left() -> int:
    """How many cases AI has still to look at."""
    return Case.objects.filter(stage=Stage.ARRIVED).count()


def today_has_begun(sizes: Sizes) -> bool:
    """Whether any of today's messages came in already."""
    return Case.objects.filter(external_id__in=every_message_of_today(sizes)).exists()


def waiting_today(sizes: Sizes) -> list[tuple[Case, Sample]]:
    """Today's cases that wait for a person, in the order of the queue, with what is true.

    What somebody disagrees with is left: it takes more than the true topic.
    """
    samples = every_message_of_today(sizes)
    contested = Complaint.objects.filter(outcome="").values("case")
    rows = Case.objects.filter(stage=Stage.WAITING, external_id__in=samples)
    rows = rows.exclude(pk__in=contested)
    ordered = rows.select_related("process", "team").order_by(*QUEUE_ORDER)
    return [(case, samples[case.external_id]) for case in ordered]


def report(*, sizes: Sizes, now: datetime) -> Report:
    """Count what happened, today's messages apart from the past weeks."""
    today = Case.objects.filter(external_id__in=every_message_of_today(sizes))
    past = Case.objects.exclude(pk__in=today.values("pk"))
    waiting = Case.objects.filter(stage=Stage.WAITING)
    decisions = Decision.objects.filter(case__in=today, simulated=True)
    return Report(
        lines=[_line_report(line, sizes) for line in LINES],
        messages=today.count(),
        ai_seconds=_ai_seconds(list(today.filter(routed_at__isnull=False))),
        verdicts=dict(Counter(decisions.values_list("verdict", flat=True))),
        past_cases=past.filter(stage=Stage.CLOSED).count(),
        first_responses=_first_responses(list(past.filter(first_response_at__isnull=False))),
        waiting=waiting.count(),
        late=waiting.filter(due_at__lt=now).count(),
        urgent=waiting.filter(risk__gte=URGENT_RISK).count(),
        held=Case.objects.filter(stage=Stage.CLAIMED).count(),
        letters=Outgoing.objects.filter(sent_at__isnull=False).count(),
    )


def _ai_seconds(cases: Sequence[Case]) -> float | None:
    spans = [(case.routed_at - case.opened_at).total_seconds() for case in cases if case.routed_at]
    return median(spans) if spans else None


def _first_responses(cases: Sequence[Case]) -> list[LevelTime]:
    by_level: dict[str, list[float]] = {}
    for case in cases:
        if case.first_response_at:
            span = case.first_response_at - case.opened_at
            by_level.setdefault(case.level, []).append(span.total_seconds() / 60)
    return [
        LevelTime(level=level, n=len(spans), minutes=median(spans))
        for level, spans in sorted(by_level.items())
    ]


def _line_report(line: Line, sizes: Sizes) -> LineReport:
    samples = {sample.id: sample for sample in todays_messages(line, sizes)}
    process = process_of(line)
    cases = Case.objects.filter(process=process, external_id__in=samples)
    ways = Counter(cases.exclude(reason="").values_list("route", "reason"))
    judged = [
        (options[0], samples[number].topic)
        for number, options in Proposal.objects.filter(case__in=cases, round=1).values_list(
            "case__external_id", "options"
        )
        if options and samples[number].topic
    ]
    sure = [(best, true) for best, true in judged if best["confidence"] >= process.least_confidence]
    return LineReport(
        line=line,
        messages=cases.count(),
        ways=[
            WayCount(route=route, reason=reason, n=n)
            for (route, reason), n in sorted(ways.items(), key=lambda one: (one[0][0], -one[1]))
        ],
        right=_right(judged),
        right_when_sure=_right(sure),
    )


def _right(judged: Sequence[tuple[dict[str, object], str]]) -> Share:
    return Share(hits=sum(best["result"] == true for best, true in judged), n=len(judged))
