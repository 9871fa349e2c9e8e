"""What language models were asked for, as a list and as a file."""

from collections.abc import Iterator
from datetime import UTC
from itertools import chain
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.adapters.tables import csv_lines
from samspil.core.gateway.allowing import Purpose
from samspil.core.masking import DataClass
from samspil.governance.access import check_may_govern
from samspil.governance.forms import OUTCOMES, PURPOSES, CallsForm
from samspil.governance.models import ModelCall, Outcome
from samspil.governance.queries import (
    CLASSES,
    CallsAsked,
    all_calls,
    call_page,
    counts_of_calls,
    why_in_words,
)
from samspil.people.queries import WorkRequest
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.web.pages import page, whole_number

LONGEST_NUMBER = 14
HEAD = (
    "id", "at", "purpose", "data_class", "server", "model", "place", "verdict", "outcome", "why",
    "masked", "prompt_tokens", "answer_tokens", "milliseconds", "prompt_digest", "answer_digest",
)  # fmt: skip


@require_safe
def calls(request: WorkRequest) -> HttpResponse:
    """The calls, newest first, and how many of each outcome."""
    check_may_govern(request.colleague)
    form = CallsForm(request.GET)
    asked, kept = form.asked(), form.kept()
    before = whole_number(request.GET.get("before", ""), digits=LONGEST_NUMBER)
    rows, later = call_page(asked, before=before)
    context = {
        "form": form,
        "narrowed": bool(kept),
        "counts": [(OUTCOMES[Outcome(one.outcome)], one) for one in counts_of_calls(asked)],
        "rows": [_shown(one) for one in rows],
        "later": f"?{urlencode({**kept, 'before': later})}" if later else "",
        "export": f"{reverse('models:export')}?{urlencode(kept)}",
    }
    return page(request, "governance/calls.html", context)


@require_safe
def export(request: WorkRequest) -> HttpResponseBase:
    """The chosen calls as CSV, streamed."""
    check_may_govern(request.colleague)
    if request.organisation is None:
        raise Http404
    rows = chain([HEAD], _rows(request.organisation, CallsForm(request.GET).asked()))
    answer = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    name = f"model-calls-{timezone.now():%Y-%m-%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _rows(organisation: Organisation, asked: CallsAsked) -> Iterator[tuple[str, ...]]:
    """A browser takes them after the request is over, so the organisation is entered anew."""
    steps = all_calls(asked)
    while True:
        with enter(organisation):
            step = next(steps, None)
        if step is None:
            return
        yield from map(_row, step)


def _row(call: ModelCall) -> tuple[str, ...]:
    counts = (call.masked, call.prompt_tokens, call.answer_tokens, call.milliseconds)
    return (
        str(call.public_id), call.at.astimezone(UTC).isoformat(), call.purpose, call.data_class,
        call.server_name, call.model, call.place, call.verdict, call.outcome, call.why,
        *("" if one is None else str(one) for one in counts),
        call.prompt_digest, call.answer_digest,
    )  # fmt: skip


def _shown(call: ModelCall) -> dict[str, object]:
    return {
        "call": call,
        "purpose": PURPOSES[Purpose(call.purpose)],
        "data_class": CLASSES[DataClass(call.data_class)],
        "outcome": OUTCOMES[Outcome(call.outcome)],
        "why": why_in_words(call.why),
        "seconds": "" if call.milliseconds is None else f"{call.milliseconds / 1000:.1f}",
    }
