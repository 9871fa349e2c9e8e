"""The register of requests to see what is held, and each request's pack and answer."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.files import DamagedFile
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.trust import actions
from samspil.trust.forms import AnswerForm, RequestForm
from samspil.trust.models import AccessRequest, Answer
from samspil.trust.queries import named_counts, request_at, requests
from samspil.web.pages import page, toast, toast_problem
from samspil.web.saving import saved_as


@require_http_methods(["GET", "HEAD", "POST"])
def access(request: WorkRequest) -> HttpResponse:
    """Every request, newest first; take down a new one."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    today = timezone.localdate()
    form = RequestForm(
        request.POST or None, initial={"received_on": today, "language": get_language()}
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        asked = actions.ask_access(
            given["address"],
            received_on=given["received_on"],
            language=given["language"],
            by=colleague,
            at=timezone.now(),
        )
        toast(request, _("The pack is being made."))
        return redirect("rights:access_request", public_id=asked.public_id)
    rows = [{"asked": one, "late": _is_late(one, today=today)} for one in requests()]
    context = {"form": form, "rows": rows}
    return page(request, "trust/access.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def access_request(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One request: how far its pack is, what is in it, and how it was answered."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    found = _find(public_id)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer, said = Answer(form.cleaned_data["answer"]), form.cleaned_data["note"]
        actions.note_answer(found, answer=answer, said=said, by=colleague, at=timezone.now())
        toast(request, _("The answer stands in the register."))
        return redirect("rights:access")
    late = _is_late(found, today=timezone.localdate())
    context = {"asked": found, "form": form, "late": late, "counts": named_counts(found.held)}
    return page(request, "trust/access_request.html", context, status=422 if form.errors else 200)


@require_safe
def access_pack(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The pack itself; that it was fetched is put down."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    found = _find(public_id)
    try:
        content = actions.note_fetched(found, by=colleague, at=timezone.now())
    except (actions.NotMade, DamagedFile):
        toast_problem(request, _("There is no pack now: have it made anew."))
        return redirect("rights:access_request", public_id=public_id)
    answer = HttpResponse(content, content_type="application/zip")
    saved_as(answer, f"access-{found.public_id}.zip")
    return answer


@require_POST
def access_anew(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have a pack made once more."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    actions.make_anew(_find(public_id), by=colleague, at=timezone.now())
    return redirect("rights:access_request", public_id=public_id)


def _is_late(asked: AccessRequest, *, today: date) -> bool:
    return not asked.answer and asked.due_on < today


def _find(public_id: UUID) -> AccessRequest:
    try:
        return request_at(public_id)
    except AccessRequest.DoesNotExist:
        raise Http404 from None
