"""Whether AI is fair, process by process: what was tried, and what it showed."""

from collections.abc import Iterator
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.fairness.swaps import WORDS, Kind
from samspil.core.shares import Share
from samspil.fairness import actions, queries
from samspil.fairness.access import check_may_see, check_may_try, may_try
from samspil.fairness.models import FairnessTrial
from samspil.fairness.queries import Result, found_words, result_of
from samspil.people.queries import WorkRequest
from samspil.web.charts import Chart, Point, Tone, intervals
from samspil.web.pages import page, toast
from samspil.web.words import in_hundred
from samspil.work.models import Process
from samspil.work.queries import process_at, processes, topic_name, topics_of

HEAD = (
    "kind", "texts", "changed", "topic", "level", "route", "sureness", "by_rule", "verdict",
    "beyond",
)  # fmt: skip


@require_safe
def overview(request: WorkRequest) -> HttpResponse:
    """Every process that is no sample, with its last trial."""
    check_may_see(request.colleague)
    latest = queries.latest_trials()
    concerned = {one.pk for one in queries.concerned(at=timezone.now())}
    rows = [
        (one, result_of(latest[one.pk]) if one.pk in latest else None, one.pk in concerned)
        for one in processes()
        if not one.sample
    ]
    return page(request, "fairness/overview.html", {"rows": rows})


@require_safe
def process(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What the last trial of a process showed, in a picture and in words."""
    colleague = check_may_see(request.colleague)
    found = _process(public_id)
    trials = queries.trials_of(found)
    result = result_of(trials[0]) if trials else None
    context: dict[str, object] = {
        "process": found,
        "result": result,
        "earlier": trials[1:],
        "may_try": may_try(colleague),
    }
    if result is not None:
        context |= {
            "chart": _chart(result),
            "title": _title(result),
            "rows": [
                (kind_words(one.tried.kind), one, found_words(one.found)) for one in result.judged
            ],
            "beyond": [kind_words(one) for one in result.beyond],
            "examples": _examples(result.trial, found),
        }
    return page(request, "fairness/process.html", context)


@require_safe
def export(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What the last trial counted, as CSV."""
    check_may_see(request.colleague)
    trials = queries.trials_of(_process(public_id), most=1)
    rows = _lines(result_of(trials[0])) if trials else iter([HEAD])
    return table_file(rows, name=f"fairness-{timezone.now():%Y-%m-%d}", form="csv")


@require_safe
def due(request: WorkRequest) -> HttpResponse:
    """Trials beyond the limit that nobody has looked at, to be shown on Today."""
    asked = may_try(check_may_see(request.colleague))
    results = queries.unseen_trials() if asked else []
    waiting = [(one, [kind_words(each) for each in one.beyond]) for one in results]
    return page(request, "fairness/due.html", {"waiting": waiting})


@require_POST
def try_now(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have a process tried in the background."""
    colleague = check_may_try(request.colleague)
    actions.ask_to_try(_process(public_id), by=colleague)
    toast(request, _("AI is being tried; look again in a few minutes."))
    return redirect("fairness:process", public_id=public_id)


@require_POST
def seen(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that one has looked at what a trial found."""
    colleague = check_may_try(request.colleague)
    try:
        trial = queries.trial_at(public_id)
    except FairnessTrial.DoesNotExist:
        raise Http404 from None
    actions.see_trial(trial, by=colleague, at=timezone.now())
    toast(request, _("Noted that you have looked at it. It stands in the journal."))
    return redirect("fairness:process", public_id=trial.process.public_id)


def kind_words(kind: Kind) -> str:
    """What was swapped, in the reader's language."""
    return _(WORDS[kind])


def _process(public_id: UUID) -> Process:
    try:
        return process_at(public_id)
    except Process.DoesNotExist:
        raise Http404 from None


def _chart(result: Result) -> Chart:
    """A dot with its interval for each kind, beside what harmless words change."""
    measure = _point(_("Harmless words"), result.harmless, tone=Tone.INK)
    rows = sorted(result.judged, key=lambda one: -one.tried.share.hits)
    points = [
        _point(
            kind_words(one.tried.kind),
            one.tried.share,
            tone=Tone.LATE if one.beyond else Tone.ALONE,
        )
        for one in rows
    ]
    return intervals([measure, *points], head=(_("Swapped"), _("Other answers")), show=in_hundred)


def _point(label: str, share: Share, *, tone: Tone) -> Point:
    low, high = share.interval
    return Point(label=label, value=share.value, low=low, high=high, n=share.n, tone=tone)


def _title(result: Result) -> str:
    if result.beyond:
        return _("Some swapped words change more answers than harmless ones do")
    return _("No swapped words go beyond the limit")


def _examples(trial: FairnessTrial, process: Process) -> list[dict[str, object]]:
    """Our own pairs that got another answer; topics by their names."""
    names = {topic.key: topic_name(topic) for topic in topics_of(process)}
    return [
        {
            "kind": kind_words(Kind(one["kind"])),
            "sides": [
                {
                    "text": text,
                    "topic": names.get(topic, topic) or _("no topic"),
                    "sure": sure,
                    "route": route,
                }
                for text, topic, sure, route in zip(
                    one["texts"], one["topics"], one["sure"], one["routes"], strict=True
                )
            ],
        }
        for one in trial.examples
        if one["kind"] in list(Kind)
    ]


def _lines(result: Result) -> Iterator[tuple[str, ...]]:
    yield HEAD
    found = {one.tried.kind: one for one in result.judged}
    for one in result.tried:
        said = found.get(one.kind)
        counts = (
            one.n, one.changed, one.topic, one.level, one.route, one.sureness, one.by_rule,
        )  # fmt: skip
        yield (
            one.kind.value, *(str(n) for n in counts), said.found.verdict.value if said else "",
            "yes" if said and said.beyond else "",
        )  # fmt: skip
