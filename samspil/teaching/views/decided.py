"""Teach from what people decided, after somebody looked at it."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_read_examples
from samspil.teaching.queries.decided import decided_page
from samspil.teaching.views.finding import find_process
from samspil.web.pages import page, toast
from samspil.work.models import Process


@require_http_methods(["GET", "HEAD", "POST"])
def decisions(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Decided cases that may become examples; the ticked ones are kept or left out."""
    process = find_process(public_id)
    check_may_read_examples(request.colleague, process)
    if request.method == "POST":
        return _take(request, process)
    corrected, left_out = "corrected" in request.GET, "left" in request.GET
    shown = decided_page(
        process,
        corrected=corrected,
        left_out=left_out,
        before=_number(request.GET.get("before")),
        at=timezone.now(),
    )
    kept = {"corrected": "1"} if corrected else {}
    kept |= {"left": "1"} if left_out else {}
    later = {**kept, "before": str(shown.before)} if shown.before else {}
    context = {
        "process": process,
        "listing": shown,
        "corrected": corrected,
        "left_out": left_out,
        "later": f"?{urlencode(later)}" if later else "",
    }
    return page(request, "teaching/decisions.html", context)


def _take(request: WorkRequest, process: Process) -> HttpResponse:
    colleague = check_may_read_examples(request.colleague, process)
    ids = [number for one in request.POST.getlist("decision") if (number := _number(one))]
    here = redirect("teaching:decisions", public_id=process.public_id)
    if request.POST.get("do") == "leave":
        n = actions.leave_decisions_out(process, ids, by=colleague, at=timezone.now())
        said = ngettext("%(n)d decision is left out.", "%(n)d decisions are left out.", n)
        toast(request, said % {"n": n})
        return here
    chosen = None if request.POST.get("do") == "all" else ids
    kept = actions.take_decisions(process, chosen, by=colleague, at=timezone.now())
    n = kept.added + kept.changed
    said = ngettext("%(n)d example was kept.", "%(n)d examples were kept.", n)
    toast(request, said % {"n": n} + " " + _("AI learns from them when it is taught next."))
    if chosen is None:
        return redirect(reverse("teaching:upload", args=[process.public_id]))
    return here


def _number(words: str | None) -> int | None:
    plain = words or ""
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 19 else None
