"""The minutes: to print, and as files."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from samspil.adapters.tables import table_file
from samspil.people.queries import WorkRequest
from samspil.web.pages import page
from samspil.workshops import queries
from samspil.workshops.access import check_may_enter
from samspil.workshops.views.finding import workshop_here
from samspil.workshops.views.words import (
    a_week,
    days,
    phase_name,
    together,
    worth_chart,
    worth_title,
)


@require_safe
def minutes(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """Every proposal with all that was said, as a file."""
    found = workshop_here(public_id)
    check_may_enter(request.colleague, found)
    rows = queries.minutes_rows(queries.room_of(found))
    return table_file(rows, name=f"workshop-{found.day:%Y-%m-%d}", form=form)


@require_safe
def minutes_page(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The same to read and print."""
    found = workshop_here(public_id)
    check_may_enter(request.colleague, found)
    room = queries.room_of(found)
    context = {
        "workshop": found,
        "room": room,
        "phase": phase_name(found),
        "worth": worth_chart(room),
        "worth_title": worth_title(room),
        "rows": [
            {
                "one": one,
                "together": together(one.summary) if one.summary else "",
                "taken": a_week(one.summary.hours) if one.summary else "",
                "days": days(one.summary.days) if one.summary else "",
            }
            for one in room.standings
        ],
    }
    return page(request, "workshops/minutes.html", context)
