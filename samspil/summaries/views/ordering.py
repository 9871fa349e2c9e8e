"""Ask for a summary."""

from django.core.files.base import File
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from samspil.core.guidelines import Topic
from samspil.governance.queries import short_rule
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of
from samspil.summaries import actions
from samspil.summaries.access import check_may_summarise
from samspil.summaries.forms import DocumentForm, MeetingForm
from samspil.summaries.models import Summary
from samspil.summaries.queries import offered_documents
from samspil.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Choose a document or a file."""
    colleague = check_may_summarise(request.colleague)
    words = request.GET.get("q", "").strip()[:100]
    form = DocumentForm(
        request.POST or None, request.FILES or None,
        documents=offered_documents(colleague, words=words),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("summaries:summary", _ordered(form, by=colleague).public_id)
        except actions.RefusedSummary as why:
            form.add_error(None, str(why))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "words": words, "rule": short_rule(Topic.DATA)}
    return page(request, "summaries/new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new_meeting(request: WorkRequest) -> HttpResponse:
    """Choose a transcript."""
    colleague = check_may_summarise(request.colleague)
    now = timezone.now()
    form = MeetingForm(
        request.POST or None, request.FILES or None, initial={"met_on": day_of(now)}
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.order_minutes(
                _given(said["chosen"]), met_on=said["met_on"], by=colleague, at=now
            )
            return redirect("summaries:summary", made.public_id)
        except actions.RefusedSummary as why:
            form.add_error(None, str(why))
    status = 422 if request.method == "POST" else 200
    return page(request, "summaries/new_meeting.html", {"form": form}, status=status)


def _ordered(form: DocumentForm, *, by: Colleague) -> Summary:
    document = form.document_chosen()
    if document is not None:
        return actions.order_of_document(document, by=by, at=timezone.now())
    return actions.order_of_file(_given(form.cleaned_data["chosen"]), by=by, at=timezone.now())


def _given(file: "File[bytes]") -> actions.Given:
    return actions.Given(name=file.name or "", content=file.read())
