"""The documents: a list, one of them, its terms, and taking it away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.files import DamagedFile
from samspil.core.roles import NotAllowed
from samspil.governance.queries import CLASSES, KINDS
from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask, check_may_keep, may_keep, may_review
from samspil.knowledge.forms import ClassForm, FindForm, TermsForm, as_typed
from samspil.knowledge.models import Document
from samspil.knowledge.queries import (
    Find,
    class_found,
    class_of_document,
    counts,
    document_at,
    document_page,
    document_text,
    found_in,
    is_lowered,
    removed_at,
    row_of,
    store,
)
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, people, teams
from samspil.web.pages import page, toast, toast_problem, whole_number


@require_safe
def documents(request: WorkRequest) -> HttpResponse:
    """The documents that the reader may see, the newest first."""
    colleague = check_may_ask(request.colleague)
    find = FindForm(request.GET)
    said = find.cleaned_data if find.is_valid() else {}
    wanted = Find(
        words=said.get("q", ""),
        state=said.get("state", ""),
        stale=said.get("stale", False),
        nobodys=said.get("nobodys", False),
    )
    today = day_of(timezone.now())
    rows, later = document_page(colleague, wanted, today=today, before=_number(request, "before"))
    query = request.GET.copy()
    query["before"] = str(later or "")
    context = {
        "rows": rows,
        "find": find,
        "narrowed": wanted != Find(),
        "known": counts(colleague, today=today),
        "later": f"?{query.urlencode()}" if later else "",
        "may_keep": may_keep(colleague),
    }
    return page(request, "knowledge/documents.html", context)


@require_safe
def document(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """A document as it was read; `passage` is the one that an answer was taken from."""
    colleague = check_may_ask(request.colleague)
    found = _find(public_id, reader=colleague)
    passage = _number(request, "passage")
    text = document_text(found, around=passage or 0)
    context = {
        "document": found,
        "text": text,
        "passage": passage,
        "pieces": text.pieces(
            passage, start=_number(request, "from") or 0, end=_number(request, "to") or 0
        ),
        "may_keep": may_keep(colleague),
        "may_review": may_review(found, colleague),
        "row": row_of(found, today=day_of(timezone.now())),
        **_kind_of_data(found),
    }
    return page(request, "knowledge/document.html", context)


@require_safe
def file(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The file itself, to be saved and never shown by the browser."""
    found = _find(public_id, reader=check_may_ask(request.colleague))
    try:
        content = store().get(found.digest)
    except DamagedFile:
        toast_problem(request, _("The file is gone or was altered: bring it in again."))
        return redirect("knowledge:document", public_id=public_id)
    answer = HttpResponse(content, content_type="application/octet-stream")
    name = found.name.rpartition("/")[2]
    disposition = content_disposition_header(as_attachment=True, filename=name)
    answer["Content-Disposition"] = disposition or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say who may see a document, who answers for it, and by when somebody looks through it."""
    colleague = check_may_keep(request.colleague)
    found = _find(public_id, reader=colleague)
    form = TermsForm(request.POST or None, initial=as_typed(found), teams=teams(), people=people())
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_document(found, terms=form.terms(), by=colleague, at=timezone.now())
        except actions.BadTerms as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It holds from the next question on."))
            return redirect("knowledge:documents")
    status = 422 if request.method == "POST" else 200
    return page(request, "knowledge/change.html", {"document": found, "form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def classify(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say which kind of data a document is."""
    colleague = check_may_keep(request.colleague)
    found = _find(public_id, reader=colleague)
    typed = {"data_class": found.data_class, "why": found.class_why}
    form = ClassForm(request.POST or None, initial=typed)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_class(
                found, form.said(), why=form.cleaned_data["why"], by=colleague, at=timezone.now()
            )
        except (actions.BadTerms, NotAllowed) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It holds from the next question on."))
            return redirect("knowledge:document", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    context = {"document": found, "form": form, **_kind_of_data(found)}
    return page(request, "knowledge/class.html", context, status=status)


@require_POST
def remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Answer from it no more; it can be brought back for a day."""
    colleague = check_may_keep(request.colleague)
    found = _find(public_id, reader=colleague)
    actions.remove_documents([found.pk], by=colleague, at=timezone.now())
    undo = reverse("knowledge:restore", args=[public_id])
    toast(request, _("The document is removed, and deleted in a day."), undo=undo)
    return redirect("knowledge:documents")


@require_POST
def restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring a removed document back."""
    colleague = check_may_keep(request.colleague)
    try:
        found = removed_at(public_id, reader=colleague)
    except Document.DoesNotExist:
        raise Http404 from None
    actions.restore_documents([found.pk], by=colleague, at=timezone.now())
    toast(request, _("The document is back."))
    return redirect("knowledge:documents")


def _kind_of_data(document: Document) -> dict[str, object]:
    """Which kind of data it is, and what was found in it; never what stands there."""
    kinds = found_in(document)
    return {
        "kind_of_data": CLASSES[class_of_document(document)],
        "class_found": CLASSES[class_found(document)],
        "lowered": is_lowered(document),
        "kinds": [name for kind, name in KINDS.items() if kind in kinds],
    }


def _number(request: WorkRequest, name: str) -> int | None:
    return whole_number(request.GET.get(name, ""))


def _find(public_id: UUID, *, reader: Colleague) -> Document:
    try:
        return document_at(public_id, reader=reader)
    except Document.DoesNotExist:
        raise Http404 from None
