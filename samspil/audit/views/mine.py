"""A person's own sheet: choosing tasks, saying how it is, handing in, withdrawing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.audit import actions, queries
from samspil.audit.access import check_may_see, own_answer
from samspil.audit.forms import AnswerForm, WeekForm
from samspil.audit.models import Answer, Audit, Sheet
from samspil.audit.queries import OwnSheet
from samspil.audit.views.adding import add_chosen
from samspil.core.audit.library import LibraryTask, library_tasks_for, occupations_for, tasks_of
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast, toast_problem

MOST_FOUND, MOST_OCCUPATIONS, MOST_OF_ONE = 12, 6, 20


@require_safe
def mine(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The person's sheet, or what it is for and a way to begin."""
    colleague = check_may_see(request.colleague)
    audit = _audit(public_id)
    return _show(request, audit, colleague)


@require_POST
def begin(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Begin to say what takes one's time."""
    colleague = check_may_see(request.colleague)
    try:
        actions.begin_sheet(_audit(public_id), by=colleague, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    return redirect("audit:mine", public_id=public_id)


@require_POST
def week(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say how many hours one's week has, and for which team one answers."""
    colleague = check_may_see(request.colleague)
    sheet = _sheet(public_id, colleague)
    form = WeekForm(request.POST, sheet=sheet, teams=_teams(colleague))
    if form.is_valid():
        hours, team = form.said()
        try:
            actions.set_week(sheet, hours=hours, team=team, at=timezone.now())
        except actions.NotNow as why:
            toast_problem(request, str(why))
        except actions.UnfitAnswer as why:
            form.add_error(why.field or None, str(why))
    if form.errors:
        return _show(request, sheet.audit, colleague, week=form, status=422)
    return redirect("audit:mine", public_id=public_id)


@require_POST
def add(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put the tasks that were ticked or typed onto the sheet."""
    colleague = check_may_see(request.colleague)
    sheet = _sheet(public_id, colleague)
    try:
        added = add_chosen(sheet, request.POST, language=_language(), at=timezone.now())
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
        return _show(request, kept.sheet.audit, colleague, typed=(kept, form), status=422)
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
    sheet = _sheet(public_id, colleague)
    try:
        actions.hand_in(sheet, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    except actions.NotReady as why:
        return _show(request, sheet.audit, colleague, hindrances=why.hindrances, status=422)
    else:
        undo = reverse("audit:take_back", args=[public_id])
        toast(request, _("Handed in. Thank you."), undo=undo)
    return redirect("audit:mine", public_id=public_id)


@require_POST
def take_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Make it a draft again."""
    sheet = _sheet(public_id, check_may_see(request.colleague))
    try:
        actions.take_back(sheet, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    return redirect("audit:mine", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Delete everything one said in a round; asked first, since it cannot be undone."""
    sheet = _sheet(public_id, check_may_see(request.colleague))
    if request.method != "POST":
        return page(request, "audit/withdraw.html", {"audit": sheet.audit})
    actions.withdraw(sheet)
    toast(request, _("Everything you said in this round is deleted."))
    return redirect("audit:rounds")


def _show(
    request: WorkRequest,
    audit: Audit,
    colleague: Colleague,
    *,
    typed: tuple[Answer, AnswerForm] | None = None,
    week: WeekForm | None = None,
    hindrances: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:
    own = queries.own_sheet(audit, of=colleague)
    context: dict[str, Any] = {"audit": audit, "open": queries.is_open(audit, at=timezone.now())}
    if own is None:
        context["asked"] = context["open"] and queries.asks(audit, colleague)
        return page(request, "audit/mine.html", context, status=status)
    context |= {
        "own": own,
        "draft": context["open"] and own.sheet.handed_in_at is None,
        "rows": [(one, _form(one, typed)) for one in own.answers],
        "week": week or WeekForm(sheet=own.sheet, teams=_teams(colleague)),
        "hindrances": hindrances,
        **_found(request, own),
    }
    return page(request, "audit/mine.html", context, status=status)


def _form(one: Answer, typed: tuple[Answer, AnswerForm] | None) -> AnswerForm:
    return typed[1] if typed is not None and typed[0].pk == one.pk else AnswerForm(answer=one)


def _found(request: WorkRequest, own: OwnSheet) -> dict[str, Any]:
    """What may be ticked: tasks that were looked for, or those on the company's list."""
    words, code = request.GET.get("q", "")[:200].strip(), request.GET.get("occupation", "")
    language = _language()
    listed = queries.tasks_named(words, most=MOST_FOUND)
    ready: Sequence[LibraryTask] = tasks_of(code)[:MOST_OF_ONE]
    if not code:
        ready = library_tasks_for(words, language=language, most=MOST_FOUND)
    there = {one.task.pk for one in own.answers}
    numbers = {one.task.library for one in own.answers}
    occupations = occupations_for(words, language=language, most=MOST_OCCUPATIONS)
    return {
        "words": words,
        "occupation": code,
        "occupations": [(one.code, one.name(language)) for one in occupations],
        "listed": [one for one in listed if one.pk not in there and not code],
        "ready": [
            (one.number, one.wording(language)) for one in ready if one.number not in numbers
        ],
    }


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


def _language() -> str:
    return (get_language() or "en")[:2]


def _teams(colleague: Colleague) -> list[Any]:
    return list(colleague.teams.filter(closed_at=None).order_by("name"))


def _audit(public_id: UUID) -> Audit:
    try:
        return queries.audit_at(public_id)
    except Audit.DoesNotExist:
        raise Http404 from None


def _sheet(public_id: UUID, colleague: Colleague) -> Sheet:
    own = queries.own_sheet(_audit(public_id), of=colleague)
    if own is None:
        raise Http404
    return own.sheet


def _answer(public_id: UUID, colleague: Colleague) -> Answer:
    try:
        return own_answer(public_id, of=colleague)
    except Answer.DoesNotExist:
        raise Http404 from None
