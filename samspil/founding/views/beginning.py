"""The first hour after founding: what is set up, and the first message."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.opening_hours import read_hours
from samspil.core.roles import Action
from samspil.founding import actions
from samspil.founding.queries import first_process, hours_words, teaching_address
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.web.pages import page, toast
from samspil.web.parts import StepMark, StepState
from samspil.work.models import Process
from samspil.work.queries import timetable_of, topics_of


@require_safe
def begin(request: WorkRequest) -> HttpResponse:
    """What is set up so far, each thing with its link, and a first message to try."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process = first_process()
    table = timetable_of(None)
    context = {
        "process": process,
        "may_sample": may_do(colleague, Action.CHANGE_ORGANISATION),
        "steps": _steps(process),
        "topics": len(topics_of(process)) if process else 0,
        "hours": hours_words(read_hours(table.hours)) if table else [],
        "around_the_clock": table is None or not table.hours,
        "country": table.country if table else "",
        "teaching": teaching_address(process.public_id if process else None),
    }
    return page(request, "founding/begin.html", context)


@require_POST
def put_away(request: WorkRequest) -> HttpResponse:
    """Show the first steps no more."""
    colleague = check_may(request.colleague, Action.CHANGE_ORGANISATION)
    actions.put_steps_away(by=colleague, at=timezone.now())
    toast(request, _("The first steps are put away."), undo=reverse("founding:show_steps"))
    return redirect("today:today")


@require_POST
def show_steps(request: WorkRequest) -> HttpResponse:
    """Show the first steps again."""
    colleague = check_may(request.colleague, Action.CHANGE_ORGANISATION)
    actions.show_steps(by=colleague)
    return redirect("today:today")


def _steps(process: Process | None) -> list[StepMark]:
    made = process is not None
    return [
        StepMark(label=_("Organisation"), state=StepState.DONE),
        StepMark(
            label=_("Process"),
            state=StepState.DONE if made else StepState.CURRENT,
            url="" if made else f"{reverse('work:new_process')}?next={reverse('founding:begin')}",
        ),
        StepMark(label=_("First message"), state=StepState.CURRENT if made else StepState.COMING),
    ]
