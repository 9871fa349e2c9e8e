"""The kept examples: find, change, remove, bring back, take away as a file."""

from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.adapters.tables import csv_lines, sheet
from samspil.core.examples import Labelled
from samspil.core.file_kinds import EXCEL
from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_read_examples, may_forget
from samspil.teaching.forms import ExampleForm, FindForm, TopicForm
from samspil.teaching.models import Source
from samspil.teaching.queries.examples import names_of
from samspil.teaching.queries.overview import using_of
from samspil.teaching.queries.table import Wanted, example_lines, example_page
from samspil.teaching.views.finding import find_example, find_process, own_address
from samspil.web.pages import page, toast
from samspil.work.models import Process


@require_safe
def examples(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The kept examples, newest first."""
    process = find_process(public_id)
    check_may_read_examples(request.colleague, process)
    return _table(request, process)


@require_POST
def add(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Keep one typed example."""
    process = find_process(public_id)
    colleague = check_may_read_examples(request.colleague, process)
    form = ExampleForm(request.POST)
    if not form.is_valid():
        return _table(request, process, form=form, status=422)
    rows, _found = actions.masked([Labelled(**form.cleaned_data)])
    fresh = [actions.Fresh(labelled=row) for row in rows]
    actions.keep_examples(process, fresh, source=Source.TYPED, by=colleague, at=timezone.now())
    toast(request, _("The example is kept. AI learns from it when it is taught next."))
    return redirect("teaching:examples", public_id=public_id)


@require_POST
def change(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that an example is about something else."""
    found = find_example(public_id, request.colleague)
    colleague = check_may_read_examples(request.colleague, found.process)
    form = TopicForm(request.POST)
    if form.is_valid():
        topic = form.cleaned_data["topic"]
        actions.change_topic(found, topic=topic, by=colleague, at=timezone.now())
        toast(request, _("The topic is changed. AI learns it when it is taught next."))
    return _back(request, found.process)


@require_POST
def remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave an example out from now on."""
    found = find_example(public_id, request.colleague)
    colleague = check_may_read_examples(request.colleague, found.process)
    actions.remove_examples(found.process, [found.pk], by=colleague, at=timezone.now())
    undo = reverse("teaching:restore", args=[public_id])
    toast(request, _("The example is removed, and deleted in a day."), undo=undo)
    return _back(request, found.process)


@require_POST
def restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring a removed example back."""
    found = find_example(public_id, request.colleague)
    colleague = check_may_read_examples(request.colleague, found.process)
    actions.restore_examples(found.process, [found.pk], by=colleague, at=timezone.now())
    toast(request, _("The example is back."))
    return redirect("teaching:examples", public_id=found.process.public_id)


@require_safe
def export_csv(request: WorkRequest, public_id: UUID) -> HttpResponseBase:
    """The examples that are shown, as CSV."""
    process = find_process(public_id)
    check_may_read_examples(request.colleague, process)
    lines = csv_lines(list(example_lines(process, _wanted(request))))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    return _named(answer, "csv")


@require_safe
def export_xlsx(request: WorkRequest, public_id: UUID) -> HttpResponseBase:
    """The examples that are shown, as an Excel sheet."""
    process = find_process(public_id)
    check_may_read_examples(request.colleague, process)
    content = sheet(example_lines(process, _wanted(request)))
    return _named(HttpResponse(content, content_type=EXCEL), "xlsx")


def _table(
    request: WorkRequest, process: Process, *, form: ExampleForm | None = None, status: int = 200
) -> HttpResponse:
    names = names_of(process)
    using = using_of(process)
    find = FindForm(request.GET, topics={key: names.get(key, key) for key in using.counts})
    wanted = _wanted(request)
    shown = example_page(process, wanted)
    kept = {name: value for name, value in find.chosen().items() if value}
    later = {**kept, "before": shown.before} if shown.before else {}
    context = {
        "process": process,
        "using": using,
        "rows": shown.rows,
        "may_forget": may_forget(request.colleague),
        "find": find,
        "narrowed": bool(kept),
        "form": form or ExampleForm(),
        "topics": sorted(names.items(), key=lambda pair: pair[1]),
        "later": f"?{urlencode(later)}" if later else "",
        "kept": f"?{urlencode(kept)}" if kept else "",
        "here": request.get_full_path() if request.method != "POST" else "",
    }
    return page(request, "teaching/examples.html", context, status=status)


def _wanted(request: WorkRequest) -> Wanted:
    chosen = FindForm(request.GET).chosen()
    before = request.GET.get("before", "")
    number = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
    return Wanted(**chosen, before=number)


def _back(request: WorkRequest, process: Process) -> HttpResponse:
    back = own_address(request, request.POST.get("back", ""))
    return redirect(back or reverse("teaching:examples", args=[process.public_id]))


def _named(answer: HttpResponseBase, ending: str) -> HttpResponseBase:
    day = datetime.now(UTC).date().isoformat()
    answer["Content-Disposition"] = f'attachment; filename="examples-{day}.{ending}"'
    return answer
