"""The map of gaps, asking a colleague to close one, and who knows which document."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.gaps import actions
from samspil.gaps.access import check_may_know, check_may_see_map, may_see_map
from samspil.gaps.forms import RequestForm
from samspil.gaps.models import GapRequest, Kind
from samspil.gaps.queries import (
    DrawnMap,
    TopicRow,
    drawn_map,
    known_documents,
    open_requests,
    request_at,
)
from samspil.knowledge.models import Document
from samspil.knowledge.queries import document_at
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, people
from samspil.uses.queries import NotBegun
from samspil.web import charts
from samspil.web.pages import page, toast, toast_problem, whole_number

CHARTED = 8
HEAD = ("topic", "asked", "unanswered", "last_four_weeks", "nearest_document", "people_who_know")
STRETCH = 4


@require_safe
def gaps(request: WorkRequest) -> HttpResponse:
    """What people ask about, those topics first that find no good answer."""
    colleague = check_may_see_map(request.colleague)
    found = drawn_map(colleague)
    context = {"map": found, "chart": found and _chart(found)}
    return page(request, "gaps/map.html", context)


@require_safe
def export(request: WorkRequest) -> HttpResponse:
    """The map as CSV."""
    found = drawn_map(check_may_see_map(request.colleague))
    rows = [] if found is None else [_line(row) for row in found.rows]
    return table_file([HEAD, *rows], name=f"gaps-{timezone.now():%Y-%m-%d}", form="csv")


@require_POST
def draw(request: WorkRequest) -> HttpResponse:
    """Have the map drawn anew."""
    try:
        actions.ask_to_draw(by=check_may_see_map(request.colleague))
    except NotBegun as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The map is being drawn; look again in a moment."))
    return redirect("gaps:map")


@require_http_methods(["GET", "HEAD", "POST"])
def ask_for(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Ask a colleague to close a gap."""
    colleague = check_may_see_map(request.colleague)
    row = _row(public_id, reader=colleague)
    chosen = {
        "kind": request.GET.get("kind", Kind.DOCUMENT),
        "of": str(row.suggested.public_id) if row.suggested else "",
    }
    form = RequestForm(request.POST or None, people=people(), initial=chosen)
    if request.method == "POST" and form.is_valid():
        kind, of, note = form.asked()
        made = actions.ask_for(
            row.topic.words, kind=kind, of=of, by=colleague, at=timezone.now(), note=note
        )
        undo = reverse("gaps:withdraw", args=[made.public_id])
        toast(request, _("%(name)s is asked.") % {"name": of.name}, undo=undo)
        return redirect("gaps:map")
    status = 422 if request.method == "POST" else 200
    return page(request, "gaps/ask_for.html", {"row": row, "form": form}, status=status)


@require_POST
def done(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that what was asked for is done."""
    colleague = check_may_know(request.colleague)
    _end(request, public_id, done=True, by=colleague)
    return redirect("gaps:known")


@require_POST
def withdraw(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take back what was asked for."""
    colleague = check_may_see_map(request.colleague)
    _end(request, public_id, done=False, by=colleague)
    return redirect("gaps:map")


@require_POST
def reopen(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo that it was done or taken back."""
    colleague = check_may_know(request.colleague)
    found = _request(public_id)
    actions.reopen_request(found, by=colleague, at=timezone.now())
    toast(request, _("It is open again."))
    return redirect("gaps:known" if found.asked_id == colleague.pk else "gaps:map")


@require_safe
def known(request: WorkRequest) -> HttpResponse:
    """Who knows which document, what rests on one person, and what the reader is asked for."""
    colleague = check_may_know(request.colleague)
    before = whole_number(request.GET.get("before", ""))
    rows, later = known_documents(colleague, before=before)
    context = {
        "rows": rows,
        "later": f"?before={later}" if later else "",
        "asked": open_requests(colleague),
        "may_see_map": may_see_map(colleague),
    }
    return page(request, "gaps/known.html", context)


@require_safe
def yours(request: WorkRequest) -> HttpResponse:
    """What the reader is asked for, to be shown on another page."""
    colleague = check_may_know(request.colleague)
    return page(request, "gaps/yours.html", {"asked": open_requests(colleague)})


@require_POST
def say_known(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say of oneself that one knows a document, or not any more."""
    colleague = check_may_know(request.colleague)
    knows = request.POST.get("knows") == "yes"
    try:
        document = document_at(public_id, reader=colleague)
        actions.say_known(document, knows=knows, by=colleague, at=timezone.now())
    except Document.DoesNotExist:
        raise Http404 from None
    toast(request, _("Noted that you know this.") if knows else _("Noted that you do not."))
    return redirect("gaps:known")


def _chart(found: DrawnMap) -> charts.Chart:
    points = [
        charts.Point(
            label=", ".join(row.topic.words),
            value=row.topic.unanswered,
            n=row.topic.asked,
        )
        for row in found.gaps[:CHARTED]
    ]
    return charts.bars(points, head=(_("Topic"), _("Without a good answer")))


def _line(row: TopicRow) -> tuple[str, ...]:
    return (
        " ".join(row.topic.words),
        str(row.topic.asked),
        str(row.topic.unanswered),
        str(sum(row.topic.weekly[:STRETCH])),
        (row.near.title or row.near.name) if row.near else "",
        str(row.knowing) if row.near else "",
    )


def _row(public_id: UUID, *, reader: Colleague) -> TopicRow:
    """A topic of the map as the reader may see it."""
    found = drawn_map(reader)
    rows = found.rows if found else ()
    row = next((one for one in rows if one.topic.public_id == public_id), None)
    if row is None or not row.topic.words:
        raise Http404
    return row


def _end(request: WorkRequest, public_id: UUID, *, done: bool, by: Colleague) -> None:
    if actions.end_request(_request(public_id), done=done, by=by, at=timezone.now()):
        said = _("Done, thank you.") if done else _("Taken back.")
        toast(request, said, undo=reverse("gaps:reopen", args=[public_id]))
    else:
        toast_problem(request, _("Somebody ended this before."))


def _request(public_id: UUID) -> GapRequest:
    try:
        return request_at(public_id)
    except GapRequest.DoesNotExist:
        raise Http404 from None
