"""Where documents come from by themselves: a list, one of them, and what can be done to it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.knowledge import actions
from samspil.knowledge.access import check_may_keep
from samspil.knowledge.forms import as_said, form_for
from samspil.knowledge.models import Source, SourceKind
from samspil.knowledge.queries import (
    folders_allowed,
    removed_source_at,
    source_at,
    source_rows,
    story_of,
)
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, people, teams
from samspil.web.pages import page, toast, toast_problem


@require_safe
def sources(request: WorkRequest) -> HttpResponse:
    """Every source that the reader may see."""
    rows = source_rows(check_may_keep(request.colleague))
    context = {"rows": rows, "running": any(row.running for row in rows)}
    return page(request, "knowledge/sources.html", context)


@require_safe
def source(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One source: what it brought, its rounds, and what could not be read."""
    found = _find(public_id, reader=check_may_keep(request.colleague))
    return page(request, "knowledge/source.html", {"story": story_of(found)})


@require_http_methods(["GET", "HEAD", "POST"])
def add_source(request: WorkRequest) -> HttpResponse:
    """Choose what kind of source it is, then say where it lies; it is looked through at once."""
    colleague = check_may_keep(request.colleague)
    kind = request.GET.get("kind", "")
    if kind not in SourceKind.values:
        return page(request, "knowledge/source_kinds.html", {"folders": folders_allowed()})
    form = form_for(
        SourceKind(kind), request.POST or None, initial={"owner": str(colleague.public_id)},
        teams=teams(), people=people(),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_source(
                SourceKind(kind), form.said(), by=colleague, at=timezone.now()
            )
        except (actions.BadSource, actions.BadTerms) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It is looked through now."))
            return redirect("knowledge:source", public_id=made.public_id)
    context = {"form": form, "folders": folders_allowed(), "kind": kind}
    status = 422 if request.method == "POST" else 200
    return page(request, "knowledge/source_add.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change_source(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say something else of a source."""
    colleague = check_may_keep(request.colleague)
    found = _find(public_id, reader=colleague)
    form = form_for(
        SourceKind(found.kind), request.POST or None, initial=as_said(found), teams=teams(),
        people=people(),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_source(found, form.said(), by=colleague, at=timezone.now())
        except (actions.BadSource, actions.BadTerms) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It holds for what was brought already, too."))
            return redirect("knowledge:source", public_id=public_id)
    context = {"form": form, "source": found, "folders": folders_allowed(), "kind": found.kind}
    status = 422 if request.method == "POST" else 200
    return page(request, "knowledge/source_change.html", context, status=status)


@require_POST
def fetch_source(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Look through it now."""
    colleague = check_may_keep(request.colleague)
    found = _find(public_id, reader=colleague)
    if actions.begin_round(found, by=colleague, at=timezone.now()):
        toast(request, _("It is looked through now."))
    else:
        toast_problem(request, _("It is paused, or being looked through already."))
    return redirect("knowledge:source", public_id=public_id)


@require_POST
def pause_source(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Look there no more until somebody says so."""
    undo = reverse("knowledge:resume_source", args=[public_id])
    return _done(request, public_id, actions.pause_source, _("It is paused."), undo=undo)


@require_POST
def resume_source(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Look there again."""
    return _done(request, public_id, actions.resume_source, _("It is looked through now."))


@require_POST
def remove_source(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take the source away with what it brought; for a day it can come back."""
    colleague = check_may_keep(request.colleague)
    found = _find(public_id, reader=colleague)
    actions.remove_source(found, by=colleague, at=timezone.now())
    undo = reverse("knowledge:restore_source", args=[public_id])
    said = _("The source is removed with its documents, and deleted in a day.")
    toast(request, said, undo=undo)
    return redirect("knowledge:sources")


@require_POST
def restore_source(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring a removed source back with its documents."""
    colleague = check_may_keep(request.colleague)
    try:
        found = removed_source_at(public_id, reader=colleague)
        actions.restore_source(found, by=colleague, at=timezone.now())
    except Source.DoesNotExist:
        raise Http404 from None
    except actions.BadSource as why:
        toast_problem(request, str(why))
        return redirect("knowledge:sources")
    toast(request, _("The source is back."))
    return redirect("knowledge:source", public_id=public_id)


@require_POST
def remove_missing(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take away what is not there any more, after all."""
    colleague = check_may_keep(request.colleague)
    found = _find(public_id, reader=colleague)
    many = actions.remove_missing(found, by=colleague, at=timezone.now())
    said = ngettext("%(n)d document is removed.", "%(n)d documents are removed.", many)
    undo = reverse("knowledge:bring_back", args=[public_id])
    toast(request, said % {"n": many}, undo=undo)
    return redirect("knowledge:source", public_id=public_id)


@require_POST
def bring_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring back what was taken away for not being there any more."""
    colleague = check_may_keep(request.colleague)
    found = _find(public_id, reader=colleague)
    many = actions.bring_back(found, by=colleague, at=timezone.now())
    said = ngettext("%(n)d document is back.", "%(n)d documents are back.", many)
    toast(request, said % {"n": many})
    return redirect("knowledge:source", public_id=public_id)


Act = Callable[..., None]


def _done(
    request: WorkRequest, public_id: UUID, act: Act, said: str, *, undo: str = ""
) -> HttpResponse:
    colleague = check_may_keep(request.colleague)
    at: datetime = timezone.now()
    act(_find(public_id, reader=colleague), by=colleague, at=at)
    toast(request, said, undo=undo)
    return redirect("knowledge:source", public_id=public_id)


def _find(public_id: UUID, *, reader: Colleague) -> Source:
    try:
        return source_at(public_id, reader=reader)
    except Source.DoesNotExist:
        raise Http404 from None
