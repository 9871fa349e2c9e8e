"""Bring in a file, and try a single message."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import csv_lines
from samspil.core.roles import Action
from samspil.inbox import actions
from samspil.inbox.files import MailChoices, UnreadableFile
from samspil.inbox.forms import FileForm, TryForm
from samspil.inbox.models import Import, Stage
from samspil.inbox.queries import (
    faults_of,
    import_at,
    imports,
    look_in,
    look_words,
    may_read,
    own_addresses,
    preview_of,
)
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.web.pages import page, toast, toast_problem
from samspil.work.actions import Arrival, open_cases
from samspil.work.models import Process
from samspil.work.queries import processes, sees_texts_of, topic_name, topics_of


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: WorkRequest) -> HttpResponse:
    """Choose a file and a process; a good file leads on to its first rows."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    there = processes()
    form = FileForm(request.POST or None, request.FILES or None, processes=there)
    if request.method == "POST" and form.is_valid():
        try:
            process = _chosen(there, form.cleaned_data["process"])
            kept = _kept(form, process=process, by=colleague)
        except UnreadableFile as why:
            form.add_error("file", str(why))
        else:
            return redirect("inbox:upload", public_id=kept.public_id)
    return _start_page(request, there, form=form, status=422 if request.method == "POST" else 200)


def _kept(form: FileForm, *, process: Process, by: Colleague) -> Import:
    """The file, or the mails, put aside."""
    files: list[UploadedFile[bytes]] = form.cleaned_data["file"]
    choices = MailChoices(
        own=form.cleaned_data["own"],
        leave_out_automatic=form.cleaned_data["automatic"] != "in",
    )
    if len(files) > 1:
        mails = [(file.name or "", file.read()) for file in files]
        return actions.keep_mails(mails, process=process, by=by, at=timezone.now(), choices=choices)
    return actions.keep_upload(
        files[0].chunks(),
        name=files[0].name or "",
        process=process,
        by=by,
        at=timezone.now(),
        choices=choices,
    )


@require_POST
def try_message(request: WorkRequest) -> HttpResponse:
    """What would become of one message; nothing is stored."""
    check_may(request.colleague, Action.IMPORT_MESSAGES)
    there = processes()
    form = TryForm(request.POST, processes=there, auto_id="try_%s")
    if not form.is_valid():
        return _start_page(request, there, trying=form, status=422)
    process = _chosen(there, form.cleaned_data["process"])
    look = look_in(process, [form.cleaned_data["text"]])[0]
    names = {topic.key: topic_name(topic) for topic in topics_of(process)}
    topic = names.get(look.best.result, look.best.result) if look.best else ""
    return _start_page(request, there, trying=form, look=look, why=look_words(look), topic=topic)


@require_POST
def open_message(request: WorkRequest) -> HttpResponse:
    """Make a case of the message that was tried."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    there = processes()
    form = TryForm(request.POST, processes=there, auto_id="try_%s")
    if not form.is_valid():
        return _start_page(request, there, trying=form, status=422)
    process = _chosen(there, form.cleaned_data["process"])
    arrival = Arrival(text=form.cleaned_data["text"])
    opened = open_cases([arrival], process=process, at=timezone.now(), by=colleague)
    toast(request, _("The message is a case now. AI looks at it first."))
    if sees_texts_of(process, colleague):
        return redirect("review:case", public_id=opened.cases[0].public_id)
    return redirect("inbox:import")


@require_safe
def upload(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The first rows of a file, how far it is read, or what became of it."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    found = _find(public_id)
    context: dict[str, object] = {
        "upload": found,
        "may_see": may_do(colleague, Action.SEE_CASES),
        "may_read": may_read(found, colleague),
    }
    if found.stage == Stage.UPLOADED and context["may_read"]:
        try:
            context["preview"] = preview_of(found)
        except UnreadableFile:
            context["gone"] = True
    return page(request, "inbox/upload.html", context)


@require_safe
def faults(request: WorkRequest, public_id: UUID) -> StreamingHttpResponse:
    """Everything that was wrong in a file, as CSV."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    found = _find(public_id)
    if not may_read(found, colleague):
        raise Http404
    answer = StreamingHttpResponse(
        csv_lines(_fault_rows(found)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="import-{found.public_id}.csv"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _fault_rows(found: Import) -> Iterator[list[str]]:
    yield [_("Row"), _("Byte"), _("Number"), _("Subject"), _("Came in"), _("Why")]
    for fault in faults_of(found):
        place = "" if fault.offset is None else str(fault.offset)
        came_in = _("yes") if fault.kept else _("no")
        yield [str(fault.row), place, fault.number, fault.subject, came_in, fault.sentence]


@require_POST
def start(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Read the file in."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    actions.start(_find(public_id), by=colleague)
    return redirect("inbox:upload", public_id=public_id)


@require_POST
def discard(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Forget the file, if it was not started."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    found = _find(public_id)
    if found.stage != Stage.UPLOADED:
        toast_problem(request, _("This file is being read in already."))
        return redirect("inbox:upload", public_id=public_id)
    actions.discard(found, by=colleague)
    toast(request, _("The file is deleted. Nothing came in."))
    return redirect("inbox:import")


def _start_page(
    request: WorkRequest,
    there: Sequence[Process],
    *,
    form: FileForm | None = None,
    trying: TryForm | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    context = {
        "form": form or FileForm(processes=there, initial={"own": ", ".join(own_addresses())}),
        "trying": trying or TryForm(processes=there, auto_id="try_%s"),
        "processes": there,
        "imports": imports(),
        **more,
    }
    return page(request, "inbox/import.html", context, status=status)


def _chosen(there: Sequence[Process], public_id: str) -> Process:
    return next(one for one in there if str(one.public_id) == public_id)


def _find(public_id: UUID) -> Import:
    try:
        return import_at(public_id)
    except Import.DoesNotExist:
        raise Http404 from None
