"""What AI decides: for staff representatives and whoever oversees it."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.adapters.tables import table_file
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.trust.queries import LATELY, incidents_elsewhere, overseen, overseen_rows
from samspil.web.pages import page


@require_safe
def what_ai_decides(request: WorkRequest) -> HttpResponse:
    """Each process in plain words: what AI does there, on what, and how that went."""
    check_may(request.colleague, Action.SEE_WHAT_AI_DECIDES)
    now = timezone.now()
    context = {
        "rows": overseen(now=now), "days": LATELY.days, "at": now,
        "elsewhere": incidents_elsewhere(now=now),
    }  # fmt: skip
    return page(request, "trust/what_ai_decides.html", context)


@require_safe
def what_ai_decides_file(request: WorkRequest) -> HttpResponse:
    """The same figures as CSV."""
    check_may(request.colleague, Action.SEE_WHAT_AI_DECIDES)
    now = timezone.now()
    rows = overseen_rows(overseen(now=now))
    return table_file(rows, name=f"what-ai-decides-{now:%Y-%m-%d}", form="csv")
