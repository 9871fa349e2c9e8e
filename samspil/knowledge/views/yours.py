"""What among the documents needs the reader; Today shows it too."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask, may_keep
from samspil.knowledge.models import Document
from samspil.knowledge.queries import (
    document_at,
    ending_soon,
    meant_for,
    reviews_for,
    troubled_sources,
)
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of
from samspil.web.pages import page, toast


@require_safe
def yours(request: WorkRequest) -> HttpResponse:
    """What needs the reader: documents, answers that end, sources, and questions for them."""
    colleague = check_may_ask(request.colleague)
    today = day_of(timezone.now())
    context = {
        "sources": troubled_sources(colleague),
        "reviews": reviews_for(colleague, today=today),
        "ending": ending_soon(colleague, today=today),
        "meant": len(meant_for(colleague)),
        "today": today,
        "may_keep": may_keep(colleague),
    }
    return page(request, "knowledge/yours.html", context)


@require_POST
def confirm(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that a document still holds."""
    colleague = check_may_ask(request.colleague)
    actions.confirm_document(_find(public_id, colleague), by=colleague, at=timezone.now())
    toast(request, _("Noted: it still holds."))
    return redirect(_back(request))


@require_POST
def ask_later(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Do not ask about a document for a month."""
    colleague = check_may_ask(request.colleague)
    actions.ask_later(_find(public_id, colleague), by=colleague, at=timezone.now())
    toast(request, _("You are asked again in a month."))
    return redirect(_back(request))


def _find(public_id: UUID, reader: Colleague) -> Document:
    try:
        return document_at(public_id, reader=reader)
    except Document.DoesNotExist:
        raise Http404 from None


def _back(request: WorkRequest) -> str:
    """Today, where that is where they came from; else the page of what needs them."""
    came = request.headers.get("Referer", "")
    return (
        "today:today"
        if came.rstrip("/") == request.build_absolute_uri("/").rstrip("/")
        else ("knowledge:yours")
    )
