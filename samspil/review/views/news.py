"""Tells an open page that others changed what it shows; it shows it anew only when asked to."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.review.forms import NarrowForm
from samspil.review.queries import Wanted, Whose
from samspil.review.queries.news import mark_now, touched_by_others
from samspil.review.views.lists import kept_as, offered_of, whose_of
from samspil.web.pages import page, uuid_of
from samspil.work.models import Case
from samspil.work.queries import seen_by


@require_safe
def news(request: WorkRequest) -> HttpResponse:
    """Whether the list (its mark in `list`) or the open case (`case`, since `since`) changed."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = _case_asked(request, colleague)
    whose, chosen = _narrowed(request, colleague)
    now = mark_now(colleague, Wanted(whose=whose, **chosen))  # type: ignore[arg-type]  # its fields
    shown = request.GET.get("list", "")
    context = {
        "kept": kept_as(whose=whose, **chosen),
        "case": found,
        "shown_at": request.GET.get("since", ""),
        "case_changed": found is not None and _changed(request, found, colleague),
        "list_changed": shown != now,
        "list_mark": shown,
    }
    return page(request, "review/news.html", context)


def _narrowed(request: WorkRequest, colleague: Colleague) -> tuple[Whose, dict[str, str]]:
    """Whose list is open and what it is narrowed to; what there is to choose is not asked for."""
    process = uuid_of(request.GET.get("process", ""))
    offered = offered_of(request.GET, beside_case=True)
    form = NarrowForm(request.GET, processes=[(str(process), "")] if process else [], **offered)
    return whose_of(request.GET, colleague), form.chosen()


def _case_asked(request: WorkRequest, colleague: Colleague) -> Case | None:
    try:
        asked = UUID(request.GET.get("case", ""))
    except ValueError:
        return None
    return seen_by(colleague).filter(public_id=asked).first()


def _changed(request: WorkRequest, found: Case, colleague: Colleague) -> bool:
    try:
        since = parse_datetime(request.GET.get("since", ""))
    except ValueError:
        return False
    if since is None or timezone.is_naive(since):
        return False
    return touched_by_others(found, since=since, reader=colleague)
