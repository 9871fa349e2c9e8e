"""Ask a question and read what the documents say."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.guidelines import Topic
from samspil.governance.queries import short_rule
from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask, check_may_be_answered, may_keep
from samspil.knowledge.forms import AskForm
from samspil.knowledge.models import AskedIn
from samspil.knowledge.queries import answer_to, counts, desk, may_be_phrased, ticket_of
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of
from samspil.uses.queries import NotBegun
from samspil.web.pages import page, toast


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: WorkRequest) -> HttpResponse:
    """The question and, once asked, its answer. It is posted so that no log keeps it."""
    colleague = check_may_ask(request.colleague)
    form = AskForm(request.POST or None)
    asked = request.method == "POST"
    answer = kept = ticket = None
    if asked and form.is_valid() and _may_be_answered(colleague, form):
        answer = answer_to(form.cleaned_data["question"], reader=colleague)
        kept = actions.keep_question(answer, asked_in=AskedIn.PAGE, at=timezone.now())
        ticket = ticket_of(answer) if may_be_phrased(answer, at=timezone.now()) else None
    context = {
        "form": form,
        "answer": answer,
        "kept": kept,
        "ticket": ticket,
        "desk": desk() if answer else None,
        "known": counts(colleague, today=day_of(timezone.now())),
        "may_keep": may_keep(colleague),
        "rule": None if answer else short_rule(Topic.TOOLS),
    }
    status = 422 if asked and answer is None else 200
    return page(request, "knowledge/ask.html", context, status=status)


def _may_be_answered(colleague: Colleague, form: AskForm) -> bool:
    try:
        check_may_be_answered(colleague)
    except NotBegun as why:
        form.add_error("question", str(why))
    return form.is_valid()


@require_POST
def helpful(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say whether the answer helped; nobody's name goes with it."""
    check_may_ask(request.colleague)
    said = request.POST.get("helpful") == "yes"
    if not actions.say_helpful(public_id, helpful=said, at=timezone.now()):
        raise Http404
    if request.headers.get("HX-Request"):
        return page(request, "knowledge/ask.html", {"said": True})
    toast(request, _("Thank you: that helps to see what is missing."))
    return redirect("knowledge:ask")
