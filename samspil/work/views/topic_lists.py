"""Topics by file: in with a look first."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.adapters.tables import UnreadableTable, read_table
from samspil.core.floors import Floor
from samspil.core.roles import Action
from samspil.core.routing import Level
from samspil.core.topics import TopicText
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.web.pages import page, toast, toast_problem
from samspil.work import actions
from samspil.work.forms import TopicListForm, topic_list
from samspil.work.models import Process
from samspil.work.views.finding import find_process

LONGEST_S = 24 * 60 * 60
"""So long a list that was looked at can be taken over."""


@require_http_methods(["GET", "HEAD", "POST"])
def bring_topics(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Choose a file; a good one shows what it would change. Nothing is kept here meanwhile."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process = find_process(public_id)
    form = TopicListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            found = topic_list(read_table(file.file), process=process)
        except UnreadableTable as why:
            form.add_error("file", str(why))
        else:
            rows = [_as_row(text) for text in found.texts]
            context = {
                "process": process,
                "name": file.name,
                "new": found.new,
                "changed": found.changed,
                "errors": found.wrong,
                "counts": found.counts,
                "kept": signing.dumps(rows, salt=_salt(process, colleague), compress=True),
            }
            return page(request, "work/topics_looked_at.html", context)
    status = 422 if request.method == "POST" else 200
    return page(
        request, "work/bring_topics.html", {"process": process, "form": form}, status=status
    )


@require_POST
def apply_topics(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take over what the look showed."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process = find_process(public_id)
    try:
        texts = _texts(request.POST.get("kept", ""), salt=_salt(process, colleague))
        actions.bring_topics(process, texts, by=colleague, at=timezone.now())
    except signing.BadSignature:
        toast_problem(request, _("This look is too old: bring the list in once more."))
        return redirect("work:bring_topics", public_id=public_id)
    except actions.NameTaken as why:
        toast_problem(request, str(why))
        return redirect("work:bring_topics", public_id=public_id)
    toast(request, _("The list is taken over. No topic was removed."))
    return redirect("work:topics", public_id=public_id)


def _salt(process: Process, colleague: Colleague) -> str:
    """What was looked at serves the same person in the same process only."""
    return f"work.topics.{process.public_id}.{colleague.public_id}"


def _as_row(text: TopicText) -> list[object]:
    return [text.key, text.level, text.floor, dict(text.names), dict(text.replies)]


def _texts(kept: str, *, salt: str) -> Sequence[TopicText]:
    rows: list[Any] = signing.loads(kept, salt=salt, max_age=LONGEST_S)
    return [
        TopicText(
            key=key,
            level=Level(level),
            floor=Floor(floor) if floor else None,
            names=names,
            replies=replies,
        )
        for key, level, floor, names, replies in rows
    ]
