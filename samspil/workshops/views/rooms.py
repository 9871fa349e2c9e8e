"""Which workshops there are, opening one, and coming in with its code."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, teams
from samspil.web.asking import is_asked_too_often
from samspil.web.pages import page, toast, toast_problem
from samspil.web.qr import drawn
from samspil.workshops import actions, queries
from samspil.workshops.access import check_joined, check_may_lead, check_may_see, may_lead, own_seat
from samspil.workshops.actions import Refused
from samspil.workshops.forms import CodeForm, OpeningForm, SeatForm, tell
from samspil.workshops.models import Workshop
from samspil.workshops.views.finding import workshop_here
from samspil.workshops.views.words import phase_name

MOST_ENDED = 50
MOST_TRIES, TRIES_S = 10, 600
"""Codes that one colleague may try in ten minutes: one in a hundred million is right."""


@require_safe
def workshops(request: WorkRequest) -> HttpResponse:
    """Those that go on, and what came of others."""
    colleague = check_may_see(request.colleague)
    context = {
        "going": [(one, phase_name(one)) for one in queries.open_workshops(reader=colleague)],
        "ended": queries.ended_workshops()[:MOST_ENDED],
        "may_lead": may_lead(colleague),
        "form": CodeForm(),
    }
    return page(request, "workshops/workshops.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Open a workshop."""
    colleague = check_may_lead(request.colleague)
    first = {"day": day_of(timezone.now()), "tables": "\n".join(one.name for one in teams())}
    form = OpeningForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_workshop(form.opening(), by=colleague, at=timezone.now())
        except Refused as why:
            tell(form, why)
        else:
            return redirect("workshops:room", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "workshops/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: WorkRequest) -> HttpResponse:
    """Type the code, then choose a table; whoever scans the picture begins with the table."""
    colleague = check_may_see(request.colleague)
    said = request.POST if request.method == "POST" else request.GET
    coded = CodeForm(said if "code" in said else None)
    if not coded.is_bound:
        return page(request, "workshops/join.html", {"coded": coded})
    found = _found(coded, colleague)
    if found is None:
        return page(request, "workshops/join.html", {"coded": coded}, status=422)
    return _seat(request, found, colleague)


def _found(coded: CodeForm, colleague: Colleague) -> Workshop | None:
    """The workshop of the code that was typed; what is wrong is said in the form."""
    if not coded.is_valid():
        return None
    who = str(colleague.public_id)
    if is_asked_too_often(what="workshop-code", of=who, most=MOST_TRIES, seconds=TRIES_S):
        coded.add_error("code", _("Those were many codes. Wait ten minutes, or ask in the room."))
        return None
    found = queries.workshop_of_code(coded.cleaned_data["code"])
    if found is None:
        coded.add_error("code", _("No workshop goes on under this code. Look at the screen again."))
    return found


def _seat(request: WorkRequest, found: Workshop, colleague: Colleague) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    tables = list(found.tables.order_by("pk"))
    form = SeatForm(typed, tables=tables, seat=own_seat(found, of=colleague))
    if form.is_valid():
        try:
            actions.join(
                found, form.table_chosen(), hat=form.cleaned_data["hat"], by=colleague
            )  # fmt: skip
        except Refused as why:
            tell(form, why)
        else:
            return redirect("workshops:room", public_id=found.public_id)
    context = {"workshop": found, "form": form}
    return page(request, "workshops/join.html", context, status=422 if typed else 200)


@require_POST
def leave(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Give up one's seat."""
    found = workshop_here(public_id)
    try:
        actions.leave(check_joined(request.colleague, found))
    except Refused as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("You have left the workshop. The code lets you in again."))
    return redirect("workshops:workshops")


@require_POST
def add_table(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One more table."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    try:
        actions.add_table(found, request.POST.get("name", ""), by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The table is there."))
    return redirect("workshops:room", public_id=public_id)


@require_safe
def qr_code(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The way in, as a picture for cameras; only for the screen of whoever leads the room."""
    check_may_lead(request.colleague)
    found = workshop_here(public_id)
    if not found.code:
        raise Http404
    answer = HttpResponse(drawn(way_in(found)), content_type="image/svg+xml")
    answer["Cache-Control"] = "private, no-store"
    return answer


def way_in(workshop: Workshop) -> str:
    """The address behind the picture."""
    return f"{settings.BASE_URL}{reverse('workshops:join')}?code={workshop.code}"
