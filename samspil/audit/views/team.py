"""What a round tells of one team, next to everybody."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from samspil.adapters.tables import table_file
from samspil.audit import queries
from samspil.audit.access import check_may_see_team
from samspil.audit.models import Audit
from samspil.audit.queries import TeamFigures, TeamTask
from samspil.audit.views.rounds import CHARTED, HEAD, line_of
from samspil.audit.views.showing import audit_here
from samspil.people.models import Team
from samspil.people.queries import WorkRequest
from samspil.web import charts
from samspil.web.charts import Chart, Point
from samspil.web.pages import page

HUNDRED = 100


@require_safe
def team(request: WorkRequest, public_id: UUID, team_id: UUID) -> HttpResponse:
    """A team's own page of a round."""
    audit, ours = _here(request, public_id, team_id)
    found = queries.team_figures(audit, ours)
    context: dict[str, Any] = {"audit": audit, "team": ours, "found": found}
    if found.tasks or found.rest:
        context |= {
            "chart": _hours(found),
            "title": _title(found),
            "beside": _times(found.tasks),
            "beside_title": _times_title(found.tasks),
            "differs": queries.differs_here(found),
            "stands_out": queries.stands_out_here(found),
        }
    return page(request, "audit/team.html", context)


@require_safe
def team_file(request: WorkRequest, public_id: UUID, team_id: UUID, form: str) -> HttpResponse:
    """The same as CSV or Excel, everybody's line below the team's."""
    audit, ours = _here(request, public_id, team_id)
    rows = [HEAD, *_lines(queries.team_figures(audit, ours))]
    return table_file(rows, name=f"tasks-{audit.closes:%Y-%m-%d}-team", form=form)


def _here(request: WorkRequest, public_id: UUID, team_id: UUID) -> tuple[Audit, Team]:
    ours = Team.objects.filter(public_id=team_id).first()
    if ours is None:
        raise Http404
    check_may_see_team(request.colleague, ours)
    return audit_here(public_id), ours


def _hours(found: TeamFigures) -> Chart:
    points = [
        Point(label=one.task.title, value=one.here.hours, n=one.here.people)
        for one in found.tasks[:CHARTED]
    ]
    if found.rest:
        rest = Point(label=_("All other tasks"), value=found.rest.hours, n=found.rest.people)
        points.append(rest)
    return charts.bars(points, head=(_("Task"), _("Hours a week")))


def _title(found: TeamFigures) -> str:
    if not found.tasks:
        return _("What takes this team's time is of few people each")
    return _("“%(task)s” takes this team most time") % {"task": found.tasks[0].task.title}


def _times(tasks: Sequence[TeamTask]) -> Chart | None:
    """Minutes each time against everybody's, as a dot for each task; None where there is none."""
    points = [
        Point(label=one.task.title, value=one.longer * HUNDRED)
        for one in tasks
        if one.longer is not None and one.here.people != one.everybody.people
    ]
    if not points:
        return None
    sides = (_("quicker here"), _("longer here"))
    head = (_("Task"), _("Minutes each time, against everybody"))
    return charts.strip(points, head=head, sides=sides, show=_against)


def _times_title(tasks: Sequence[TeamTask]) -> str:
    compared = [one for one in tasks if one.here.people != one.everybody.people]
    n = sum((one.longer or 0) > 0 for one in compared)
    return ngettext(
        "%(n)d of %(all)d tasks takes longer here than with everybody",
        "%(n)d of %(all)d tasks take longer here than with everybody",
        n,
    ) % {"n": n, "all": len(compared)}


def _against(value: float) -> str:
    """So many in a hundred more or fewer."""
    if not round(value):
        return _("as everybody")
    sign = "+" if value > 0 else "−"
    return f"{sign}{number_format(abs(round(value)))} %"


def _lines(found: TeamFigures) -> Iterator[tuple[str, ...]]:
    for one in found.tasks:
        yield line_of(one.task.title, found.team.name, one.here)
        yield line_of(one.task.title, "", one.everybody)
    if found.rest:
        yield line_of(_("All other tasks"), found.team.name, found.rest)
