"""Take a list of cases away as a file, or one case to read elsewhere."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review import actions
from samspil.review.api.answers import whole
from samspil.review.api.sending import answer_with
from samspil.review.forms import PrintedForm
from samspil.review.queries.columns import columns_named
from samspil.review.queries.printing import paper_of
from samspil.review.queries.table import columns_chosen
from samspil.review.views.lists import asked_list
from samspil.review.views.reading import find
from samspil.web.pages import page, toast_problem
from samspil.web.saving import saved_as


@require_safe
def export(request: WorkRequest, form: str) -> HttpResponseBase:
    """The list as its address narrows it, in the columns chosen."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    asked = asked_list(request.GET, colleague)
    names = request.GET.getlist("column") or columns_chosen(colleague)
    now = timezone.now()
    try:
        taken = actions.take_away(
            asked.cases,
            order=asked.order,
            columns=columns_named(names),
            form=form,
            narrowed_to=dict(asked.kept),
            by=colleague,
            at=now,
        )
    except actions.TooLongForExcel as why:
        toast_problem(request, str(why))
        return redirect(asked.address)
    return answer_with(taken, form=form, name=f"cases-{timezone.localtime(now):%Y-%m-%d}.{form}")


@require_safe
def export_case(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """One case with all that belongs to it, as a page or as JSON."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found, now = find(public_id, colleague), timezone.now()
    if form == "json":
        body = whole(found).model_dump_json(indent=2)
        answer = HttpResponse(body, content_type="application/json")
    else:
        paper = paper_of(found, reader=colleague, at=now)
        answer = render(request, "review/case_file.html", {"paper": paper})
    actions.note_case_taken(found, form=form, by=colleague, at=now)
    saved_as(answer, f"case-{found.public_id}.{form}")
    return answer


@require_safe
def print_case(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The case as it stands on paper; whoever has it open can print it, so that is put down."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found, now = find(public_id, colleague), timezone.now()
    paper = paper_of(found, reader=colleague, at=now)
    actions.note_case_taken(found, form="paper", by=colleague, at=now)
    return page(request, "review/print.html", {"paper": paper})


@require_POST
def note_printed(request: WorkRequest) -> HttpResponse:
    """The browser says that it prints a list, however it was asked to."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    form = PrintedForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    actions.note_list_printed(
        cases=form.cleaned_data["cases"],
        narrowed_to=dict(asked_list(request.GET, colleague).kept),
        by=colleague,
        at=timezone.now(),
    )
    return HttpResponse(status=204)


@require_POST
def note_case_printed(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The browser says that it prints the page of a case."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    actions.note_case_taken(
        find(public_id, colleague), form="paper", by=colleague, at=timezone.now()
    )
    return HttpResponse(status=204)
