"""Made-up cases to look at: make them, see how far they are, remove them all."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspil.core.roles import Action
from samspil.founding import actions
from samspil.founding.queries import sample_state
from samspil.people.queries import WorkRequest, check_may
from samspil.web.pages import page, toast


@require_safe
def sample(request: WorkRequest) -> HttpResponse:
    """Whether there is a sample, how far it is, and what would go with it."""
    check_may(request.colleague, Action.CHANGE_ORGANISATION)
    return page(request, "founding/sample.html", {"state": sample_state()})


@require_POST
def make_sample(request: WorkRequest) -> HttpResponse:
    """Have it made in the background."""
    colleague = check_may(request.colleague, Action.CHANGE_ORGANISATION)
    actions.ask_for_sample(by=colleague, at=timezone.now())
    return redirect("founding:sample")


@require_POST
def remove_sample(request: WorkRequest) -> HttpResponse:
    """Remove all of it."""
    colleague = check_may(request.colleague, Action.CHANGE_ORGANISATION)
    gone = actions.remove_sample(by=colleague, at=timezone.now())
    said = ngettext("%(n)d sample case is gone.", "%(n)d sample cases are gone.", gone)
    toast(request, said % {"n": gone} + " " + _("Nothing real was touched."))
    return redirect("founding:sample")
