"""What is done with an interview: notes, questions, agreeing, leaving out."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.ical import DayEvent, calendar_file
from samspil.people.queries import WorkRequest
from samspil.readiness import actions, queries
from samspil.readiness.access import check_may_ask, check_may_see
from samspil.readiness.actions import Refused
from samspil.readiness.forms import NotesForm, QuestionForm, tell
from samspil.readiness.views.finding import interview_here
from samspil.readiness.views.interviews import show_interview
from samspil.web.pages import toast, toast_problem, whole_number


@require_POST
def notes(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Keep what was said; what could not be kept stays in its fields."""
    colleague = check_may_see(request.colleague)
    found = interview_here(public_id, colleague)
    there = queries.notes_of(found)
    form = NotesForm(request.POST, notes=there, seen=found.version)
    if form.is_valid():
        try:
            kept = actions.write_notes(
                found, form.said(), seen=form.cleaned_data["seen"], by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except Refused as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept.") if kept else _("Nothing is new."))
            return redirect("readiness:interview", public_id=public_id)
    return show_interview(request, found, colleague, form=form, status=422)


@require_POST
def question(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Ask something more."""
    colleague = check_may_see(request.colleague)
    found = interview_here(public_id, colleague)
    form = QuestionForm(request.POST)
    if form.is_valid():
        try:
            actions.add_question(
                found, form.cleaned_data["question"], seen=_seen(request), by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except Refused as why:
            tell(form, why)
        else:
            return redirect("readiness:interview", public_id=public_id)
    return show_interview(request, found, colleague, more=form, status=422)


@require_POST
def agree(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say as the person that the notes are right."""
    colleague = check_may_see(request.colleague)
    found = interview_here(public_id, colleague)
    try:
        actions.agree(found, seen=_seen(request), by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    else:
        undo = reverse("readiness:disagree", args=[public_id])
        toast(request, _("You have read the notes and agreed."), undo=undo)
    return redirect("readiness:interview", public_id=public_id)


@require_POST
def disagree(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take it back."""
    colleague = check_may_see(request.colleague)
    found = interview_here(public_id, colleague)
    if actions.take_agreement_back(found, by=colleague, at=timezone.now()):
        toast(request, _("You do not agree to the notes any more."))
    return redirect("readiness:interview", public_id=public_id)


@require_POST
def leave_out(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave an interview out, with a way back."""
    colleague = check_may_ask(request.colleague)
    found = interview_here(public_id, colleague)
    if actions.leave_out(found, by=colleague, at=timezone.now()):
        undo = reverse("readiness:put_back", args=[public_id])
        toast(request, _("The interview is left out."), undo=undo)
    return redirect("readiness:interviews")


@require_POST
def put_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo that it was left out."""
    colleague = check_may_ask(request.colleague)
    actions.put_back(interview_here(public_id, colleague), by=colleague, at=timezone.now())
    return redirect("readiness:interview", public_id=public_id)


@require_safe
def calendar(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The appointment for other calendars."""
    found = interview_here(public_id, check_may_see(request.colleague))
    said = {"person": found.person.name, "place": found.place}
    summary = _("Conversation about working with AI: %(person)s") % said
    event = DayEvent(
        key=f"interview-{found.public_id}@samspil", day=found.day, sequence=found.moves,
        summary=f"{summary}, {found.place}" if found.place else summary,
    )  # fmt: skip
    text = calendar_file([event], name=_("Interviews"), at=timezone.now())
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="interview.ics"'
    return answer


def _seen(request: WorkRequest) -> int:
    """The version of the notes that the reader had before them; for nonsense none there is."""
    found = whole_number(request.POST.get("seen", ""))
    return -1 if found is None else found
