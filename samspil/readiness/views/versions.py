"""The vision as it was decided: how far it is, beside where the company stands."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samspil.adapters.tables import table_file
from samspil.core.readiness import looking
from samspil.core.readiness.looking import MONTHS, State
from samspil.people.queries import WorkRequest, day_of
from samspil.readiness import actions, queries
from samspil.readiness.access import check_may_ask, check_may_see, may_ask
from samspil.readiness.actions import Refused
from samspil.readiness.forms import LookForm
from samspil.readiness.models import Mark
from samspil.readiness.queries import Seen
from samspil.readiness.views import words
from samspil.readiness.views.comparing import MOST, beside
from samspil.readiness.views.finding import version_here
from samspil.web.pages import page, toast


@require_safe
def version(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One version on one page, to read and to print."""
    colleague = check_may_see(request.colleague)
    found = version_here(public_id)
    course = queries.course_of(found, today=day_of(timezone.now()))
    taken = [one.months for one in course.looks]
    context: dict[str, Any] = {
        "one": found,
        "course": course,
        "taken": taken,
        "rows": [(seen, *words.amounts(seen.goal), _marks(seen, taken)) for seen in course.goals],
        "may_ask": may_ask(colleague),
        **beside(queries.pictures(most=MOST)),
    }
    return page(request, "readiness/version.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: WorkRequest, public_id: UUID, months: int) -> HttpResponse:
    """Say how far each goal is."""
    colleague = check_may_ask(request.colleague)
    found = version_here(public_id)
    if months not in MONTHS:
        raise Http404
    course = queries.course_of(found, today=day_of(timezone.now()))
    typed = request.POST if request.method == "POST" else None
    form = LookForm(typed, goals=course.goals, months=months)
    if request.method == "POST" and form.is_valid():
        try:
            actions.look_again(found, months, form.said(), by=colleague, at=timezone.now())
        except Refused as why:
            form.tell(why)
        else:
            toast(request, _("It is written down how far the goals are."))
            return redirect("readiness:version", public_id=public_id)
    context = {"one": found, "months": months, "form": form}
    status = 422 if request.method == "POST" else 200
    return page(request, "readiness/look.html", context, status=status)


@require_safe
def vision_file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """A version with all looks at it, as CSV or Excel."""
    check_may_see(request.colleague)
    found = version_here(public_id)
    rows = queries.vision_rows(queries.course_of(found, today=day_of(timezone.now())))
    return table_file(rows, name=f"vision-{found.number}", form=form)


def _marks(seen: Seen, taken: list[int]) -> list[tuple[Mark | None, str, str]]:
    """What each look said: the mark, its words, and the number."""
    return [_mark(seen.marks.get(one)) for one in taken]


def _mark(mark: Mark | None) -> tuple[Mark | None, str, str]:
    if mark is None:
        return None, "–", ""
    value = "" if mark.value is None else words.plain(mark.value)
    return mark, _(looking.WORDS[State(mark.state)]), value
