"""Staff by file: in with a look first, and out."""

from collections.abc import Iterator
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import UnreadableTable, table_file
from samspil.core.roles import Action, NotAllowed
from samspil.core.staff_list import difference, from_row
from samspil.people import actions
from samspil.people.access import check_may
from samspil.people.forms import ListForm
from samspil.people.models import StaffList
from samspil.people.queries import WorkRequest
from samspil.people.queries.staff import entries, staff_list_at
from samspil.people.queries.staff_file import COLUMNS, NoColumns
from samspil.web.pages import page, toast, toast_problem

SHOWN = 50
"""Rows of each kind on the page of the look."""


@require_http_methods(["GET", "HEAD", "POST"])
def bring_list(request: WorkRequest) -> HttpResponse:
    """Choose a file; a good one leads on to what it would change."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file: UploadedFile[bytes] = form.cleaned_data["file"]
        try:
            kept = actions.keep_list(
                file.file,  # type: ignore[arg-type]  # the stubs know no more of it
                name=file.name or "",
                by=colleague,
                at=timezone.now(),
            )
        except (UnreadableTable, NoColumns) as why:
            form.add_error("file", str(why))
        else:
            return redirect("people:looked_at", public_id=kept.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "people/bring_list.html", {"form": form}, status=status)


@require_safe
def looked_at(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What the list would change, before it changes anything."""
    check_may(request.colleague, Action.MANAGE_PEOPLE)
    found = _find(public_id)
    changes = difference([from_row(row) for row in found.rows], here=entries())
    context = {
        "list": found,
        "name": found.file_name,
        "counts": {
            "new": len(changes.new),
            "changed": len(changes.changed),
            "same": len(changes.unchanged),
            "missing": len(changes.missing),
            "wrong": len(found.errors),
        },
        "new": changes.new[:SHOWN],
        "changed": changes.changed[:SHOWN],
        "missing": changes.missing[:SHOWN],
        "errors": found.errors[:SHOWN],
        "shown": SHOWN,
    }
    return page(request, "people/looked_at.html", context)


@require_POST
def apply_list(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take the list over."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    found = _find(public_id)
    try:
        done = actions.apply_list(found, by=colleague, at=timezone.now())
    except (actions.LastOwner, NotAllowed) as why:
        toast_problem(request, str(why))
        return redirect("people:looked_at", public_id=public_id)
    added = ngettext("%(n)d person added", "%(n)d people added", len(done.new))
    said = _("%(added)s, %(changed)d changed. Nobody was removed.")
    toast(request, said % {"added": added % {"n": len(done.new)}, "changed": len(done.changed)})
    return redirect("people:people")


@require_POST
def discard_list(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Forget the list."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    actions.discard_list(_find(public_id), by=colleague)
    toast(request, _("The list is deleted. Nothing was changed."))
    return redirect("people:people")


@require_safe
def export(request: WorkRequest, form: str) -> HttpResponse:
    """Everybody as a file that can be brought in again."""
    check_may(request.colleague, Action.MANAGE_PEOPLE)
    return table_file(_rows(), name=f"staff-{timezone.now():%Y-%m-%d}", form=form)


def _rows() -> Iterator[list[str]]:
    yield list(COLUMNS)
    for one in entries():
        words = (one.roles, one.teams, one.languages, one.abilities)
        yield [one.name, one.email, *(", ".join(each or ()) for each in words)]


def _find(public_id: UUID) -> StaffList:
    try:
        return staff_list_at(public_id)
    except StaffList.DoesNotExist:
        raise Http404 from None
