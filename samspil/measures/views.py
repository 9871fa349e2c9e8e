"""What work took before AI, and what it takes since."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.anonymity import TooFewPeople
from samspil.core.measures.spread import NoValues
from samspil.core.shares import Share
from samspil.measures import actions, queries
from samspil.measures.access import check_may_record, check_may_see, may_record
from samspil.measures.forms import MOST_MINUTES, BaselineForm, DaysForm
from samspil.measures.models import Baseline, How
from samspil.measures.queries import OfMonth
from samspil.people.queries import WorkRequest, day_of
from samspil.web.charts import Chart, Point, Tone, intervals
from samspil.web.going import way_back
from samspil.web.pages import page, toast
from samspil.web.words import between, in_hundred
from samspil.work.models import Process
from samspil.work.queries import process_at, processes

HOW_WORDS = {
    How.CASES: gettext_lazy("counted from closed cases"),
    How.BY_HAND: gettext_lazy("by hand"),
    How.EVENT_LOG: gettext_lazy("from the log of another system"),
}
SPAN = timedelta(days=90)
"""So far back it is offered to count."""


@require_safe
def overview(request: WorkRequest) -> HttpResponse:
    """Every process that is no sample, with its baseline."""
    check_may_see(request.colleague)
    latest = queries.latest_baselines()
    rows = [(one, _shown(latest.get(one.pk))) for one in processes() if not one.sample]
    return page(request, "measures/overview.html", {"rows": rows})


@require_safe
def process(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The baseline of a process, and its months since beside it."""
    return _page(request, _process(public_id), DaysForm(initial=_lately()))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Record what was measured elsewhere; `?estimated=` are minutes that somebody guessed, and a
    page that sent the reader here gets them back."""
    colleague = check_may_record(request.colleague)
    found = _process(public_id)
    form = BaselineForm(request.POST or None, initial=_estimated(request))
    back = way_back(request, "")
    if request.method == "POST" and form.is_valid():
        actions.record_baseline(
            found, form.cleaned_data["measured"], by=colleague, at=timezone.now()
        )
        toast(request, _("The baseline is kept. Later ones take its place; it stays to be read."))
        return redirect(back or reverse("measures:process", args=[public_id]))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "process": found, "next": back}
    return page(request, "measures/new.html", context, status=status)


@require_POST
def count(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Count it from closed cases that people decided without AI."""
    colleague = check_may_record(request.colleague)
    found, form = _process(public_id), DaysForm(request.POST)
    if form.is_valid():
        try:
            actions.count_baseline(found, **form.cleaned_data, by=colleague, at=timezone.now())
        except (TooFewPeople, NoValues) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Counted and kept."))
            return redirect("measures:process", public_id=public_id)
    return _page(request, found, form, status=422)


def _estimated(request: WorkRequest) -> dict[str, object]:
    """What the form shows at first; nonsense in the address counts for nothing."""
    said = forms.FloatField(min_value=0.1, max_value=MOST_MINUTES, required=False)
    try:
        minutes = said.clean(request.GET.get("estimated", ""))
    except forms.ValidationError:
        minutes = None
    return {} if minutes is None else {"minutes": minutes, "estimated": minutes}


def _page(
    request: WorkRequest, found: Process, form: DaysForm, *, status: int = 200
) -> HttpResponse:
    colleague = check_may_see(request.colleague)
    kept = queries.baselines_of(found)
    months = queries.series(found, now=timezone.now())
    context = {
        "process": found,
        "shown": _shown(kept[0] if kept else None),
        "earlier": [_shown(one) for one in kept[1:]],
        "chart": _chart(kept[0] if kept else None, months),
        "title": _title(kept[0] if kept else None, months),
        "months": [(_name(one), one.minutes, _share(one.errors)) for one in months],
        "form": form if may_record(colleague) else None,
    }
    return page(request, "measures/process.html", context, status=status)


def _shown(kept: Baseline | None) -> dict[str, object] | None:
    if kept is None:
        return None
    share = None
    if kept.errors is not None and kept.looked_at is not None:
        share = Share(hits=kept.errors, n=kept.looked_at)
    return {"kept": kept, "how": HOW_WORDS[How(kept.how)], "errors": _share(share)}


def _share(share: Share | None) -> str:
    """A share with its interval, in words; empty where nothing is known."""
    if share is None or share.value is None:
        return ""
    return f"{in_hundred(share.value)} ({between(*share.interval)})"


def _chart(kept: Baseline | None, months: Sequence[OfMonth]) -> Chart:
    points = []
    if kept is not None:
        points.append(
            Point(label=_("Before AI"), value=kept.minutes, low=kept.sure_low,
                  high=kept.sure_high, n=kept.cases, tone=Tone.PERSON)
        )  # fmt: skip
    points += [
        Point(label=_name(one), value=one.minutes.median, low=one.minutes.sure_low,
              high=one.minutes.sure_high, n=one.minutes.n, tone=Tone.INK)
        for one in months
        if one.minutes is not None
    ]  # fmt: skip
    return intervals(points, head=(_("Month"), _("Minutes for one case")), show=_minutes)


def _title(kept: Baseline | None, months: Sequence[OfMonth]) -> str:
    """What the last month shows beside the baseline."""
    last = next((one.minutes for one in reversed(months) if one.minutes), None)
    if kept is None or last is None:
        return _("Minutes that people took for one case")
    if None in (kept.sure_low, kept.sure_high, last.sure_low, last.sure_high):
        return _("Minutes for one case: too little is known to say more than what was measured")
    if last.sure_high < kept.sure_low:  # type: ignore[operator]  # none is None, see above
        return _("A case takes less time than before AI")
    if last.sure_low > kept.sure_high:  # type: ignore[operator]  # none is None, see above
        return _("A case takes more time than before AI")
    return _("No difference in time to be seen beside the baseline")


def _minutes(value: float) -> str:
    return number_format(f"{value:.1f}", decimal_pos=1)


def _name(one: OfMonth) -> str:
    return date_format(one.month.first, "F Y")


def _lately() -> dict[str, object]:
    today = day_of(timezone.now())
    return {"since": today - SPAN, "until": today}


def _process(public_id: UUID) -> Process:
    try:
        return process_at(public_id)
    except Process.DoesNotExist:
        raise Http404 from None
