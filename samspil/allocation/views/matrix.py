"""The matrix: a picture of all tasks, and beside it the same as lists by quarter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samspil.allocation.access import check_may_see, may_allocate
from samspil.allocation.queries import Allocated, allocated
from samspil.allocation.views.picture import picture
from samspil.audit.models import Task
from samspil.core.allocation.divisions import ROUTES, WORDS, Quadrant
from samspil.people.queries import WorkRequest
from samspil.web.pages import page

SHOWN = 12
"""So many tasks of a quarter are listed until the reader asks for all."""
QUARTERS: Mapping[str, Promise] = {
    Quadrant.RULES_ALONE: _("By rules, little contact"),
    Quadrant.RULES_PEOPLE: _("By rules, much contact"),
    Quadrant.CREATIVE_ALONE: _("Creative, little contact"),
    Quadrant.CREATIVE_PEOPLE: _("Creative, much contact"),
    "": _("Not judged yet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A quarter with the tasks that are listed, and how many it has."""

    key: str
    title: Promise
    rows: Sequence["Row"]
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A listed task; `tone` is who does it, as its chip shows."""

    task: Task
    tone: str
    who: str


@require_safe
def matrix(request: WorkRequest) -> HttpResponse:
    """Every task in the picture, and in lists: those first that take most time."""
    colleague = check_may_see(request.colleague)
    tasks = allocated(now=timezone.now())
    moves = may_allocate(colleague)
    whole = request.GET.get("quarter")
    placed = sum(one.suggestion.place is not None for one in tasks)
    context = {
        "picture": picture(tasks, moves=moves) if placed else "",
        "groups": _groups(tasks, whole=whole),
        "n": len(tasks),
        "placed": placed,
        "apart": sum(bool(one.disagreements) for one in tasks),
        "measured": sum(one.month is not None for one in tasks),
        "overruled": sum(one.overruled for one in tasks),
        "may": moves,
        "next": _next(tasks),
    }
    return page(request, "allocation/matrix.html", context)


def _next(tasks: Sequence[Allocated]) -> Task | None:
    """The task to say something of next: nobody has yet, and it takes most time."""
    waiting = _longest([one for one in tasks if not one.judged])
    return waiting[0].task if waiting else None


def _groups(tasks: Sequence[Allocated], *, whole: str | None) -> list[Group]:
    found: dict[str, list[Allocated]] = {key: [] for key in QUARTERS}
    for one in tasks:
        place = one.suggestion.place
        found[place.quadrant if place else ""].append(one)
    return [
        Group(
            key=key or "unjudged",
            title=QUARTERS[key],
            rows=[
                _row(one)
                for one in _longest(rows)[: len(rows) if whole == (key or "unjudged") else SHOWN]
            ],
            n=len(rows),
        )
        for key, rows in found.items()
        if rows
    ]


def _longest(rows: Sequence[Allocated]) -> list[Allocated]:
    return sorted(rows, key=lambda one: -one.hours)


def _row(one: Allocated) -> Row:
    return Row(task=one.task, tone=ROUTES[one.division].value, who=gettext(WORDS[one.division]))
