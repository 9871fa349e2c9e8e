"""Teach from the page: choose a file, look, learn, read what it taught."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.inbox.queries import UnreadableFile
from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_teach, may_read_examples
from samspil.teaching.forms import LessonForm, StartForm
from samspil.teaching.models import Lesson, Stage, Step
from samspil.teaching.queries.examples import names_of, starter_examples
from samspil.teaching.queries.overview import using_of
from samspil.teaching.queries.reports import report
from samspil.teaching.queries.versions import version_in_use
from samspil.teaching.views.finding import find_lesson, find_process, own_address
from samspil.teaching.views.showing import languages, report_context, step_words
from samspil.web.pages import page, toast, toast_problem


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Choose a file of examples; a good one leads on to a look at it."""
    colleague = check_may_teach(request.colleague)
    process = find_process(public_id)
    going_on = own_address(request, request.POST.get("next") or request.GET.get("next", ""))
    form = LessonForm(request.POST or None, request.FILES or None, initial={"next": going_on})
    if request.method == "POST" and form.is_valid():
        file: TemporaryUploadedFile = form.cleaned_data["file"]
        try:
            made = actions.look_at_file(
                Path(file.temporary_file_path()),
                name=file.name or "",
                process=process,
                by=colleague,
                at=timezone.now(),
                next_url=going_on,
            )
        except UnreadableFile as why:
            form.add_error("file", str(why))
        else:
            return redirect("teaching:lesson", public_id=made.public_id)
    context = {
        "process": process,
        "using": using_of(process),
        "form": form,
        "next": going_on,
        "may_read": may_read_examples(colleague, process),
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "teaching/upload.html", context, status=status)


@require_POST
def teach_kept(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Teach again with the examples that are kept; `anew` as the version in use was taught."""
    colleague = check_may_teach(request.colleague)
    process = find_process(public_id)
    using = version_in_use(process) if "anew" in request.POST else None
    starter = using.with_starter if using else None
    try:
        made = actions.teach_again(process, by=colleague, at=timezone.now(), with_starter=starter)
    except actions.NoExamples as why:
        toast_problem(request, str(why))
        return redirect("teaching:upload", public_id=public_id)
    return redirect("teaching:lesson", public_id=made.public_id)


@require_safe
def lesson(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What a file would teach, how far a lesson is, or what it taught."""
    colleague = check_may_teach(request.colleague)
    found = find_lesson(public_id)
    context: dict[str, object] = {
        "lesson": found,
        "process": found.process,
        "step": step_words(Step(found.step)),
    }
    if found.stage == Stage.LOOKED:
        context |= _look(found)
    if found.stage == Stage.DONE and found.version is not None:
        found.version.process = found.process
        context |= report_context(
            report(found.version),
            may_read=may_read_examples(colleague, found.process),
            may_teach=True,
        )
    return page(request, "teaching/lesson.html", context)


@require_POST
def start(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Learn in the background."""
    colleague = check_may_teach(request.colleague)
    form = StartForm(request.POST)
    form.is_valid()
    chosen = bool(form.cleaned_data.get("with_starter"))
    actions.start(find_lesson(public_id), with_starter=chosen, by=colleague)
    return redirect("teaching:lesson", public_id=public_id)


@require_POST
def discard(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Forget the file, if nobody started to learn from it."""
    colleague = check_may_teach(request.colleague)
    found = find_lesson(public_id)
    if not actions.discard_look(found, by=colleague):
        toast_problem(request, _("AI has begun to learn from this file already."))
        return redirect("teaching:lesson", public_id=public_id)
    toast(request, _("The file is forgotten. AI learned nothing from it."))
    return redirect("teaching:upload", public_id=found.process.public_id)


def _look(found: Lesson) -> dict[str, object]:
    """What the page says of a file that was looked at."""
    look: Mapping[str, object] = found.look
    names = names_of(found.process)
    taken, after = look["topics"], look["after"]
    assert isinstance(taken, dict)
    assert isinstance(after, dict)
    new, few = look["new"], look["few"]
    spoken = look["languages"]
    assert isinstance(spoken, dict)
    assert isinstance(new, list)
    assert isinstance(few, list)
    topics = sorted(taken.items(), key=lambda pair: (-pair[1], pair[0]))
    return {
        "look": look,
        "topics": [
            (names.get(key, key), n, after.get(key, n), key in new, key in few) for key, n in topics
        ],
        "few": sum(key in few for key in taken),
        "languages": languages(spoken),
        "starter": len(starter_examples(found.process.skill, found.process.starter)),
    }
