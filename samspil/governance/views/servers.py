"""Which language models there are, and what may go where."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.gateway.allowing import Place, Purpose
from samspil.governance import actions
from samspil.governance.access import check_may_govern
from samspil.governance.forms import (
    PLACES,
    PURPOSES,
    VERDICTS,
    AllowForm,
    ServerForm,
    as_typed,
)
from samspil.governance.models import ModelServer
from samspil.governance.queries import CLASSES, CallsAsked, ServerRow, counts_of_calls, server_rows
from samspil.people.queries import WorkRequest, people
from samspil.web.pages import page, toast, toast_problem


@require_safe
def models(request: WorkRequest) -> HttpResponse:
    """Every language model, and the allow-list as one table."""
    check_may_govern(request.colleague)
    rows = server_rows()
    context = {
        "rows": [(row, PLACES[Place(row.server.place)]) for row in rows],
        "matrix": [
            (name, [(row.cells[n].verdict.value, VERDICTS[row.cells[n].verdict]) for row in rows])
            for n, name in enumerate(CLASSES.values())
        ],
        "counts": counts_of_calls(CallsAsked()),
    }
    return page(request, "governance/models.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: WorkRequest) -> HttpResponse:
    """Set up a language model. Nothing may go there yet."""
    colleague = check_may_govern(request.colleague)
    form = ServerForm(
        request.POST or None, people=people(), initial={"owner": str(colleague.public_id)}
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_server(form.terms(), by=colleague, at=timezone.now())
        except actions.BadServer as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It is set up. Nothing goes there until you allow it below."))
            return redirect("models:model", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "governance/model_form.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def model(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One language model, and what may go there."""
    colleague = check_may_govern(request.colleague)
    row = _find(public_id)
    form = AllowForm(request.POST or None, cells=row.cells)
    if request.method == "POST" and form.is_valid():
        changes = actions.allow(row.server, form.wanted(), by=colleague, at=timezone.now())
        toast(request, _("It holds from now on.") if changes else _("Nothing has changed."))
        return redirect("models:model", public_id=public_id)
    context = {
        "row": row,
        "place": PLACES[Place(row.server.place)],
        "purposes": [PURPOSES[Purpose(one)] for one in row.server.purposes],
        "form": form,
        "resting": row.server.rests_until and row.server.rests_until > timezone.now(),
        "too_slow": row.server.brief_until and row.server.brief_until > timezone.now(),
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "governance/model.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Describe a language model anew."""
    colleague = check_may_govern(request.colleague)
    server = _find(public_id).server
    form = ServerForm(request.POST or None, people=people(), initial=as_typed(server))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_server(server, form.terms(), by=colleague, at=timezone.now())
        except actions.BadServer as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It holds from now on."))
            return redirect("models:model", public_id=public_id)
    context = {"form": form, "server": server}
    status = 422 if request.method == "POST" else 200
    return page(request, "governance/model_form.html", context, status=status)


@require_POST
def try_out(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Ask it for one word, without any data."""
    colleague = check_may_govern(request.colleague)
    server = _find(public_id).server
    try:
        said = actions.try_server(server, by=colleague, at=timezone.now())
    except actions.NotAsked as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("It answers: “%(said)s”") % {"said": said[:80]})
    return redirect("models:model", public_id=public_id)


@require_POST
def remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Ask it no more, and forget its key."""
    colleague = check_may_govern(request.colleague)
    actions.remove_server(_find(public_id).server, by=colleague, at=timezone.now())
    toast(request, _("The language model is removed, and its key is deleted."))
    return redirect("models:models")


def _find(public_id: UUID) -> ServerRow:
    row = next((one for one in server_rows() if one.server.public_id == public_id), None)
    if row is None:
        raise Http404(ModelServer.__name__)
    return row
