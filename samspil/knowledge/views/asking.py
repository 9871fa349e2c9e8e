"""Ask a question and read what the documents say."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from samspil.knowledge.access import check_may_ask, may_keep
from samspil.knowledge.forms import AskForm
from samspil.knowledge.queries import answer_to, counts
from samspil.people.queries import WorkRequest, day_of
from samspil.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: WorkRequest) -> HttpResponse:
    """The question and, once asked, its answer. It is posted so that no log keeps it."""
    colleague = check_may_ask(request.colleague)
    form = AskForm(request.POST or None)
    asked = request.method == "POST"
    answer = None
    if asked and form.is_valid():
        answer = answer_to(form.cleaned_data["question"], reader=colleague)
    context = {
        "form": form,
        "answer": answer,
        "known": counts(colleague, today=day_of(timezone.now())),
        "may_keep": may_keep(colleague),
    }
    status = 422 if asked and answer is None else 200
    return page(request, "knowledge/ask.html", context, status=status)
