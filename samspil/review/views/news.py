"""Tells an open page that others changed what it shows; it shows it anew only when asked to."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.review.queries.news import mark_of, touched_by_others
from samspil.review.views.reading import list_of
from samspil.web.pages import page
from samspil.work.models import Case


@require_safe
def news(request: WorkRequest) -> HttpResponse:
    """Whether the list (its mark in `list`) or the open case (`case`, since `since`) changed."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = _case_asked(request)
    context = {
        **list_of(request, colleague, found),
        "case": found,
        "shown_at": request.GET.get("since", ""),
        "case_changed": found is not None and _changed(request, found, colleague),
    }
    context["list_changed"] = request.GET.get("list", "") != mark_of(context["listed"].rows)
    context["list_mark"] = request.GET.get("list", "")
    return page(request, "review/news.html", context)


def _case_asked(request: WorkRequest) -> Case | None:
    try:
        asked = UUID(request.GET.get("case", ""))
    except ValueError:
        return None
    return Case.objects.filter(public_id=asked).first()


def _changed(request: WorkRequest, found: Case, colleague: Colleague) -> bool:
    try:
        since = parse_datetime(request.GET.get("since", ""))
    except ValueError:
        return False
    if since is None or timezone.is_naive(since):
        return False
    return touched_by_others(found, since=since, reader=colleague)
