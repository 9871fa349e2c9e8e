"""The first page."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspil.core.organisation_models.contract import Route
from samspil.core.roles import Action
from samspil.founding.queries import first_days, teaching_address
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.teaching.queries import open_trials
from samspil.today import queries
from samspil.today.queries import Done, Waiting
from samspil.web.charts import Chart, Point, Tone, columns
from samspil.web.pages import page, toast
from samspil.work.actions import see_notices
from samspil.work.queries import fall_words, in_sight, unseen
from samspil.work.queries.sharing import route_bar

NOTICES = 20
"""How many notices are shown at once."""
NOON, EVENING, NIGHT = 12, 18, 5
"""The hours at which the greeting changes."""
LIVE = "live"
"""The part of the page that asks for itself every few seconds."""


@require_safe
def today(request: WorkRequest) -> HttpResponse:
    """What waits, what AI did since yesterday, what is wrong."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    now = timezone.now()
    waiting = queries.waiting_for(colleague, now=now)
    alarms = queries.alarms(colleague)
    days = first_days(colleague)
    context = {
        "greeting": _greeting(now),
        "waiting": waiting,
        "alarms": alarms,
        "falls": [(fall, fall_words(fall)) for fall in alarms.falls],
        "may_note": may_do(colleague, Action.CHANGE_PROCESSES),
        "may_teach": may_do(colleague, Action.CHANGE_PROCESSES),
        "offers": open_trials() if may_do(colleague, Action.CHANGE_PROCESSES) else [],
        "fresh": not waiting.total and queries.nothing_yet(),
        "may_see": may_do(colleague, Action.SEE_CASES),
        "may_decide": may_do(colleague, Action.DECIDE_CASES),
        "leads": may_do(colleague, Action.REASSIGN_CASES),
        "may_import": may_do(colleague, Action.IMPORT_MESSAGES),
        "name": colleague.name.split(" ")[0],
        "sample": days.sample,
        "may_remove_sample": may_do(colleague, Action.CHANGE_ORGANISATION),
    }
    context["first_steps"] = days.steps
    context["teaching"] = teaching_address(days.process) if days.steps else ""
    told = list(unseen(colleague)[: NOTICES + 1]) if context["may_see"] else []
    notices = in_sight(told[:NOTICES], reader=colleague)
    context |= {"now": now, "notices": notices, "more_notices": len(told) > NOTICES}
    if request.headers.get("HX-Target") != LIVE:
        context |= _figures(waiting, now=now)
    return page(request, "today/today.html", context)


@require_POST
def seen(request: WorkRequest) -> HttpResponse:
    """Put away the notices up to the newest that was shown; those that came since stay."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    until = parse_datetime(request.POST.get("until", ""))
    if until is not None and timezone.is_aware(until):
        see_notices(by=colleague, at=timezone.now(), until=until)
        toast(request, _("Marked as seen."))
    return redirect("today:today")


def _figures(waiting: Waiting, *, now: datetime) -> dict[str, object]:
    """What costs more to count, and is counted less often."""
    done = queries.done_since(queries.start_of_yesterday(now))
    return {
        "done": done,
        "who": route_bar(done.routes),
        "who_finding": _who_finding(done),
        "hours": _hours(waiting),
        "hours_finding": _hours_finding(waiting),
    }


def _greeting(now: datetime) -> str:
    hour = timezone.localtime(now).hour
    if NIGHT <= hour < NOON:
        return _("Good morning")
    if NOON <= hour < EVENING:
        return _("Good afternoon")
    return _("Good evening")


def _who_finding(done: Done) -> str:
    with_ai = done.routed - done.routes.get(Route.PERSON, 0)
    words = ngettext(
        "AI took part in %(with_ai)d of %(n)d case",
        "AI took part in %(with_ai)d of %(n)d cases",
        done.routed,
    )
    return words % {"with_ai": with_ai, "n": done.routed}


def _hours(waiting: Waiting) -> Chart:
    points = [Point(label=_clock(hour), value=n, tone=Tone.INK) for hour, n in waiting.by_hour]
    if waiting.earlier:
        earlier = Point(label=_("earlier"), value=waiting.earlier, tone=Tone.INK)
        points = [earlier, *points]
    return columns(points, head=(_("Came in at"), _("Waiting")))


def _hours_finding(waiting: Waiting) -> str:
    most = max(waiting.by_hour, key=lambda one: one[1], default=None)
    if most is None:
        return _("Nothing waits")
    if waiting.earlier >= max(most[1], 1):
        return _("Most of what waits came in more than twelve hours ago")
    return _("Most of what waits came in around %(hour)s") % {"hour": _clock(most[0])}


def _clock(hour: datetime) -> str:
    return date_format(timezone.localtime(hour), "H")
