"""Find a case."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review import queries
from samspil.web.pages import page


@require_safe
def search(request: WorkRequest) -> HttpResponse:
    """Cases that match what was typed, newest first."""
    check_may(request.colleague, Action.SEE_CASES)
    words = request.GET.get("q", "").strip()[:200]
    context = {
        "search_words": words,
        "found": queries.search(words),
        "most": queries.MOST_FOUND,
        "now": timezone.now(),
    }
    return page(request, "review/search.html", context)
