"""Interviews: which there are, arranging one, and reading one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samspil.core.readiness import seats
from samspil.core.readiness.seats import Seat
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, people
from samspil.readiness import actions, queries
from samspil.readiness.access import (
    check_may_ask,
    check_may_see,
    check_may_write,
    may_ask,
    may_write,
)
from samspil.readiness.actions import Refused
from samspil.readiness.forms import (
    AppointmentForm,
    FindingForm,
    MoveForm,
    NotesForm,
    QuestionForm,
    tell,
)
from samspil.readiness.models import Interview
from samspil.readiness.views import words
from samspil.readiness.views.finding import interview_here
from samspil.web.pages import page, toast


@require_safe
def interviews(request: WorkRequest) -> HttpResponse:
    """Those the reader may read, guides, and what came of them."""
    return show_interviews(request, check_may_see(request.colleague))


def show_interviews(
    request: WorkRequest,
    colleague: Colleague,
    *,
    form: FindingForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with a finding that could not be kept where there is one."""
    asks = may_ask(colleague)
    own = queries.own_guides()
    context = {
        "rows": [(one, _seat(one)) for one in queries.interviews_for(colleague)],
        "may_ask": asks,
        "guides": [(one.value, _(said), one in own) for one, said in seats.WORDS.items()],
        "findings": [(one, words.name_of(one.area)) for one in queries.findings()] if asks else [],
        "form": form or FindingForm(),
    }
    return page(request, "readiness/interviews.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new_interview(request: WorkRequest) -> HttpResponse:
    """Arrange one; the person is told by letter."""
    colleague = check_may_ask(request.colleague)
    first = {"day": day_of(timezone.now())}
    form = AppointmentForm(request.POST or None, people=people(), by=colleague, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.arrange_interview(
                form.appointment(), by=colleague, at=timezone.now()
            )  # fmt: skip
        except Refused as why:
            tell(form, why)
        else:
            toast(request, _("It is arranged, and a letter is on its way."))
            return redirect("readiness:interview", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "readiness/new_interview.html", {"form": form}, status=status)


@require_safe
def interview(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One interview: to write, to read and agree, or to print."""
    colleague = check_may_see(request.colleague)
    return show_interview(request, interview_here(public_id, colleague), colleague)


def show_interview(
    request: WorkRequest,
    found: Interview,
    colleague: Colleague,
    *,
    form: NotesForm | None = None,
    more: QuestionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with what was typed and could not be kept where there is something."""
    notes = queries.notes_of(found)
    context = {
        "one": found,
        "seat": _seat(found),
        "notes": notes,
        "written": any(one.text for one in notes),
        "may_write": found.removed_at is None and may_write(colleague, found),
        "may_agree": found.removed_at is None and found.person_id == colleague.pk,
        "may_ask": may_ask(colleague),
        "form": form or NotesForm(notes=notes, seen=found.version),
        "more": more or QuestionForm(),
    }
    return page(request, "readiness/interview.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Another day, another place."""
    colleague = check_may_see(request.colleague)
    found = interview_here(public_id, colleague)
    check_may_write(colleague, found)
    form = MoveForm(request.POST or None, initial=MoveForm.of(found))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.move_interview(
                found, day=said["day"], place=said["place"], by=colleague, at=timezone.now()
            )
        except Refused as why:
            tell(form, why)
        else:
            toast(request, _("It is moved, and a letter is on its way."))
            return redirect("readiness:interview", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "readiness/move.html", {"form": form, "one": found}, status=status)


def _seat(interview: Interview) -> str:
    """As what somebody is asked."""
    return _(seats.WORDS[Seat(interview.seat)])
