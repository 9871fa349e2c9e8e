"""A person's own sheet: choosing tasks, saying how it is, handing in, withdrawing."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.audit import actions, queries
from samspil.audit.access import check_may_see, own_answer
from samspil.audit.forms import AnswerForm, WeekForm
from samspil.audit.models import Answer
from samspil.audit.views.adding import add_chosen
from samspil.audit.views.showing import audit_here, language_now, own_sheet_at, show, teams_of
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast, toast_problem


@require_safe
def mine(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The person's sheet, or what it is for and a way to begin."""
    colleague = check_may_see(request.colleague)
    audit = audit_here(public_id)
    return show(request, audit, colleague)


@require_POST
def begin(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Begin to say what takes one's time."""
    colleague = check_may_see(request.colleague)
    try:
        actions.begin_sheet(audit_here(public_id), by=colleague, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    return redirect("audit:mine", public_id=public_id)


@require_POST
def week(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say how many hours one's week has, and for which team one answers."""
    colleague = check_may_see(request.colleague)
    sheet = own_sheet_at(public_id, colleague)
    form = WeekForm(request.POST, sheet=sheet, teams=teams_of(colleague))
    if form.is_valid():
        hours, team = form.said()
        try:
            actions.set_week(sheet, hours=hours, team=team, at=timezone.now())
        except actions.NotNow as why:
            toast_problem(request, str(why))
        except actions.UnfitAnswer as why:
            form.add_error(why.field or None, str(why))
    if form.errors:
        return show(request, sheet.audit, colleague, week=form, status=422)
    return redirect("audit:mine", public_id=public_id)


@require_POST
def add(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put the tasks that were ticked or typed onto the sheet."""
    colleague = check_may_see(request.colleague)
    sheet = own_sheet_at(public_id, colleague)
    try:
        added = add_chosen(sheet, request.POST, language=language_now(), at=timezone.now())
    except (actions.NotNow, actions.UnfitAnswer, actions.UnfitTask) as why:
        toast_problem(request, str(why))
        return redirect("audit:mine", public_id=public_id)
    if not added:
        toast_problem(request, _("Tick a task, or type your own."))
        return redirect("audit:mine", public_id=public_id)
    return redirect(f"{reverse('audit:mine', args=[public_id])}#answer-{added[0].public_id.hex}")


@require_POST
def answer(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Keep what is said of one task; what cannot be so stays in its fields, with the reason."""
    colleague = check_may_see(request.colleague)
    kept = _answer(public_id, colleague)
    form = AnswerForm(request.POST, answer=kept)
    if form.is_valid():
        try:
            actions.say(kept, form.given(), at=timezone.now())
        except (actions.NotNow, actions.UnfitAnswer) as why:
            form.add_error(_field(why), str(why))
    if request.headers.get("HX-Request"):
        return page(request, "audit/said.html", _said(kept, form, colleague))
    if form.errors:
        return show(request, kept.sheet.audit, colleague, typed=(kept, form), status=422)
    toast(request, _("Kept."))
    return redirect("audit:mine", public_id=kept.sheet.audit.public_id)


@require_POST
def take_away(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take a task off the sheet, with a way back."""
    kept = _answer(public_id, check_may_see(request.colleague))
    try:
        actions.take_away(kept, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    else:
        said = _("“%(task)s” is taken away.") % {"task": kept.task.title}
        toast(request, said, undo=reverse("audit:bring_back", args=[public_id]))
    return redirect("audit:mine", public_id=kept.sheet.audit.public_id)


@require_POST
def bring_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo that a task was taken away."""
    kept = _answer(public_id, check_may_see(request.colleague))
    try:
        actions.bring_back(kept, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    return redirect("audit:mine", public_id=kept.sheet.audit.public_id)


@require_POST
def hand_in(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Hand the sheet in, or say what is missing."""
    colleague = check_may_see(request.colleague)
    sheet = own_sheet_at(public_id, colleague)
    try:
        actions.hand_in(sheet, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    except actions.NotReady as why:
        return show(request, sheet.audit, colleague, hindrances=why.hindrances, status=422)
    else:
        undo = reverse("audit:take_back", args=[public_id])
        toast(request, _("Handed in. Thank you."), undo=undo)
    return redirect("audit:mine", public_id=public_id)


@require_POST
def take_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Make it a draft again."""
    sheet = own_sheet_at(public_id, check_may_see(request.colleague))
    try:
        actions.take_back(sheet, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    return redirect("audit:mine", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Delete everything one said in a round; asked first, since it cannot be undone."""
    sheet = own_sheet_at(public_id, check_may_see(request.colleague))
    if request.method != "POST":
        return page(request, "audit/withdraw.html", {"audit": sheet.audit})
    actions.withdraw(sheet)
    toast(request, _("Everything you said in this round is deleted."))
    return redirect("audit:rounds")


def _said(kept: Answer, form: AnswerForm, colleague: Colleague) -> dict[str, Any]:
    audit = kept.sheet.audit
    return {
        "answer": kept,
        "form": form,
        "own": queries.own_sheet(audit, of=colleague),
        "again": True,
    }


def _field(why: Exception) -> str | None:
    """Which field of the form is meant, by the rules' own name of it."""
    field = getattr(why, "field", "")
    if field == "error_share":
        return "errors_in_hundred"
    return field if field in AnswerForm.base_fields else None


def _answer(public_id: UUID, colleague: Colleague) -> Answer:
    try:
        return own_answer(public_id, of=colleague)
    except Answer.DoesNotExist:
        raise Http404 from None
