"""An answer phrased by AI, beside the quotations and checked against them."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask
from samspil.knowledge.forms import AskForm
from samspil.knowledge.queries import answer_to, passages_with
from samspil.people.queries import WorkRequest
from samspil.web.pages import page


@require_POST
def phrased(request: WorkRequest) -> HttpResponse:
    """Phrase an answer; the page asks for it once the quotations are shown."""
    colleague = check_may_ask(request.colleague)
    form = AskForm(request.POST)
    if not form.is_valid():
        return redirect("knowledge:ask")
    question = form.cleaned_data["question"]
    ticket = request.POST.get("ticket", "")
    passages = passages_with(ticket, question=question, reader=colleague)
    if passages is None:
        passages = list(answer_to(question, reader=colleague).passages)
    answer = actions.phrase_answer(question, passages, reader=colleague, at=timezone.now())
    return page(request, "knowledge/phrased.html", {"phrased": answer, "question": question})
