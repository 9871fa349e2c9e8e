"""What among the documents needs the reader; Today shows it too."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from samspil.knowledge.access import check_may_ask
from samspil.knowledge.queries import troubled_sources
from samspil.people.queries import WorkRequest
from samspil.web.pages import page


@require_safe
def yours(request: WorkRequest) -> HttpResponse:
    """Sources that could not be read, of which the reader is in charge."""
    colleague = check_may_ask(request.colleague)
    return page(request, "knowledge/yours.html", {"sources": troubled_sources(colleague)})
