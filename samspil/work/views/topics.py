"""A process's topics: the list, one topic, merging and removing, and the list as a file."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.roles import Action
from samspil.core.routing import Level
from samspil.core.topics import COLUMNS
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.web.pages import page, toast, toast_problem
from samspil.work import actions
from samspil.work.forms import NewTopicForm, TopicForm, as_written
from samspil.work.models import Process, Topic
from samspil.work.queries import topic_name
from samspil.work.queries.topics import previews, topic_at, topic_file, topic_rows
from samspil.work.views.finding import find_process

UNDO = "topic-to-bring-back"
"""Where the session keeps the topic that was taken away last."""


@require_http_methods(["GET", "HEAD", "POST"])
def topics(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """All topics with their open cases; whoever may change the process adds one."""
    colleague = check_may(request.colleague, Action.SEE_PROCESSES)
    found = find_process(public_id)
    form = NewTopicForm(request.POST or None)
    if request.method == "POST":
        check_may(colleague, Action.CHANGE_PROCESSES)
        if form.is_valid():
            language = (get_language() or "en")[:2]
            try:
                made = actions.add_topic(
                    found,
                    level=Level(form.cleaned_data["level"]),
                    names={language: form.cleaned_data["name"]},
                    by=colleague,
                    at=timezone.now(),
                )
            except actions.NameTaken as why:
                form.add_error("name", str(why))
            else:
                return redirect(_address(made))
    context = {
        "process": found,
        "rows": topic_rows(found),
        "form": form if may_do(colleague, Action.CHANGE_PROCESSES) else None,
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "work/topics.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def topic(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The topic named as `key`: its names, level and replies, with what AI would draft."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = _find(find_process(public_id), request.GET.get("key", ""))
    form = TopicForm(request.POST or None, initial=as_written(found))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_topic(found, form.text(found), by=colleague, at=timezone.now())
        except actions.NameTaken as why:
            form.add_error("name_da", str(why))
        else:
            toast(request, _("The topic is changed. New drafts use it."))
            return redirect(_address(found))
    rows = topic_rows(found.process)
    context = {
        "process": found.process,
        "topic": found,
        "name": topic_name(found),
        "form": form,
        "previews": previews(found),
        "open": next(row.open for row in rows if row.topic == found),
        "others": [row for row in rows if row.topic != found],
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "work/topic.html", context, status=status)


@require_POST
def merge_topic(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Make one topic of two."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process = find_process(public_id)
    found, into = (_find(process, request.POST.get(one, "")) for one in ("key", "into"))
    if found == into:
        toast_problem(request, _("Choose another topic to merge it into."))
        return redirect(_address(found))
    gone = actions.merge_topic(found, into=into, by=colleague, at=timezone.now())
    said = _("“%(name)s” is part of “%(other)s” now.")
    _say(request, process, gone, said % {"name": topic_name(found), "other": topic_name(into)})
    return redirect("work:topics", public_id=public_id)


@require_POST
def remove_topic(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take a topic away."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process = find_process(public_id)
    found = _find(process, request.POST.get("key", ""))
    gone = actions.remove_topic(found, by=colleague, at=timezone.now())
    _say(request, process, gone, _("“%(name)s” is removed.") % {"name": topic_name(found)})
    return redirect("work:topics", public_id=public_id)


@require_POST
def bring_back_topic(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo the last merging or removing."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process = find_process(public_id)
    kept = request.session.pop(UNDO, None)
    if kept and kept["process"] == str(public_id):
        gone = actions.TakenAway(**kept["topic"])
        actions.bring_back_topic(process, gone, by=colleague, at=timezone.now())
        toast(request, _("The topic is back."))
    return redirect("work:topics", public_id=public_id)


@require_safe
def export_topics(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """All topics with names and replies as a file."""
    check_may(request.colleague, Action.CHANGE_PROCESSES)
    rows = [list(COLUMNS), *topic_file(find_process(public_id))]
    return table_file(rows, name="topics", form=form)


def _say(request: WorkRequest, process: Process, gone: actions.TakenAway, words: str) -> None:
    """Offer to undo, unless that would move more cases than a session should hold."""
    if len(gone.cases) > actions.MOST_TO_UNDO:
        toast(request, words)
        return
    request.session[UNDO] = {"process": str(process.public_id), "topic": gone.as_stored()}
    toast(request, words, undo=reverse("work:bring_back_topic", args=[process.public_id]))


def _address(found: Topic) -> str:
    where = reverse("work:topic", args=[found.process.public_id])
    return f"{where}?{urlencode({'key': found.key})}"


def _find(process: Process, key: str) -> Topic:
    try:
        return topic_at(process, key)
    except Topic.DoesNotExist:
        raise Http404 from None
