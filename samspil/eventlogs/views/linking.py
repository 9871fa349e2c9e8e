"""Say which live process does a step."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from samspil.eventlogs import actions, queries
from samspil.eventlogs.access import check_may_bring
from samspil.eventlogs.forms import LinksForm
from samspil.eventlogs.models import State
from samspil.eventlogs.views.finding import find
from samspil.people.queries import WorkRequest
from samspil.web.pages import page
from samspil.work.queries import processes

MOST = 60
"""The most frequent steps, which the map shows too."""


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Choose a process for steps."""
    colleague = check_may_bring(request.colleague)
    found = find(public_id)
    if found.state != State.MADE:
        raise Http404
    often = sorted(queries.facts_in(found).steps, key=lambda one: -one.n)[:MOST]
    steps = [one.name for one in sorted(often, key=lambda one: (one.place, one.name))]
    now = timezone.now()
    linked = {step: one.process for step, one in queries.live_steps(found, now=now).items()}
    posted = request.POST if request.method == "POST" else None
    form = LinksForm(posted, steps=steps, processes=processes(), linked=linked)
    if request.method == "POST" and form.is_valid():
        actions.link_steps(found, form.links(), by=colleague, at=now)
        return redirect("eventlogs:log", public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "eventlogs/links.html", {"log": found, "form": form}, status=status)
