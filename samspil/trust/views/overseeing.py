"""What AI decides: for staff representatives and whoever oversees it."""

from datetime import date

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.adapters.tables import table_file
from samspil.core.anonymity import Month, last_month
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may, day_of
from samspil.trust.queries import incidents_elsewhere, overseen, overseen_rows
from samspil.web.pages import page


@require_safe
def what_ai_decides(request: WorkRequest) -> HttpResponse:
    """Each process in plain words: what AI does there, on what, and how that went."""
    check_may(request.colleague, Action.SEE_WHAT_AI_DECIDES)
    now, month = timezone.now(), _month(request)
    context = {
        "rows": overseen(month, now=now),
        "month": month,
        "elsewhere": incidents_elsewhere(now=now),
        "earlier": last_month(month.first),
        "later": Month(month.after) if month < last_month(day_of(now)) else None,
    }
    return page(request, "trust/what_ai_decides.html", context)


@require_safe
def what_ai_decides_file(request: WorkRequest) -> HttpResponse:
    """The same figures as CSV."""
    check_may(request.colleague, Action.SEE_WHAT_AI_DECIDES)
    month = _month(request)
    rows = overseen_rows(overseen(month, now=timezone.now()))
    return table_file(rows, name=f"what-ai-decides-{month.name}", form="csv")


def _month(request: WorkRequest) -> Month:
    """The month that is asked for, or the last one that is over."""
    last = last_month(day_of(timezone.now()))
    try:
        asked = Month(date.fromisoformat(f"{request.GET.get('month', '')}-01"))
    except ValueError:
        return last
    return min(asked, last)
