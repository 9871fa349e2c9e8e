"""A rollout as a table, and as a calendar."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.adapters.tables import table_file
from samspil.core.ical import DayEvent, calendar_file
from samspil.core.rollouts.plan import Dated
from samspil.people.queries import WorkRequest
from samspil.rollouts import queries
from samspil.rollouts.access import check_may_see
from samspil.rollouts.queries import Standing
from samspil.rollouts.views.rollout import found_at
from samspil.rollouts.views.words import alarm_words, need_words, phase_name

HEAD = (
    "team", "owner", "phase", "in_it", "planned_first", "planned_last", "began", "ended",
    "expected_last", "working_days_late", "missing", "alarms",
)  # fmt: skip


@require_safe
def table(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """Every team's phases with planned and actual days, as CSV or Excel."""
    check_may_see(request.colleague)
    found = found_at(public_id)
    standings = queries.standings(list(found.teams.all()), now=timezone.now())
    rows = [_row(each, one) for each in standings for one in each.phases]
    return table_file([HEAD, *rows], name=f"rollout-{timezone.now():%Y-%m-%d}", form=form)


@require_safe
def calendar(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """On which day each phase begins, and the last one ends; for other calendars."""
    check_may_see(request.colleague)
    found, now = found_at(public_id), timezone.now()
    standings = queries.standings(list(found.teams.all()), now=now)
    events = [
        event
        for each in standings
        for one in each.phases
        if not one.ended
        for event in _events(each, one)
    ]
    text = calendar_file(events, name=found.initiative.name, at=now)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="rollout.ics"'
    return answer


def _row(each: Standing, one: Dated) -> tuple[str, ...]:
    here = each.place.phase == one.phase
    return (
        each.place.team.name,
        each.place.owner.name,
        phase_name(one.phase),
        _("yes") if here else "",
        one.planned[0].isoformat(),
        one.planned[1].isoformat(),
        one.began.isoformat() if one.began else "",
        one.ended.isoformat() if one.ended else "",
        one.expected[1].isoformat(),
        str(one.late),
        "; ".join(need_words(need) for need in each.missing) if here else "",
        " ".join(alarm_words(alarm) for alarm in each.alarms) if here else "",
    )


def _events(each: Standing, one: Dated) -> list[DayEvent]:
    """One event for a phase that is still to begin, and one for its end."""
    what = f"{each.place.team.name}: {phase_name(one.phase)}"
    key = f"{one.phase}-{each.place.public_id}@samspil"
    moved = max(0, (one.expected[1] - one.planned[1]).days)
    ends = DayEvent(
        key=f"end-{key}", day=one.expected[1], sequence=moved,
        summary=_("%(what)s ends") % {"what": what},
    )  # fmt: skip
    if one.began:
        return [ends]
    begins = DayEvent(
        key=f"begin-{key}", day=one.expected[0], sequence=moved,
        summary=_("%(what)s begins") % {"what": what},
    )  # fmt: skip
    return [begins, ends]
