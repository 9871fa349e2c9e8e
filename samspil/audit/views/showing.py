"""How a person's sheet is shown, and what may be put onto it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from samspil.audit import actions, queries
from samspil.audit.access import may_ask
from samspil.audit.forms import AnswerForm, WeekForm
from samspil.audit.models import Answer, Audit, Sheet
from samspil.audit.queries import OwnSheet
from samspil.core.audit.library import LibraryTask, occupations_for, tasks_of
from samspil.people.models import Colleague, Team
from samspil.people.queries import WorkRequest
from samspil.web.pages import page

MOST_FOUND, MOST_OCCUPATIONS, MOST_OF_ONE = 12, 6, 20


def show(
    request: WorkRequest,
    audit: Audit,
    colleague: Colleague,
    *,
    typed: tuple[Answer, AnswerForm] | None = None,
    week: WeekForm | None = None,
    hindrances: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:
    """The sheet as it is, with what was typed and could not be kept, or what has to be mended."""
    own = queries.own_sheet(audit, of=colleague)
    context: dict[str, Any] = {
        "audit": audit,
        "open": queries.is_open(audit, at=timezone.now()),
        "brought": queries.is_brought(audit, of=colleague),
    }
    if own is None:
        context["asked"] = context["open"] and queries.asks(audit, colleague)
        return page(request, "audit/mine.html", context, status=status)
    context |= {
        "own": own,
        "may_ask": may_ask(colleague),
        "draft": context["open"] and own.sheet.handed_in_at is None,
        "rows": [(one, _form(one, typed)) for one in own.answers],
        "week": week or WeekForm(sheet=own.sheet, teams=teams_of(colleague)),
        "hindrances": hindrances,
        **_found(request, own),
    }
    return page(request, "audit/mine.html", context, status=status)


def _form(one: Answer, typed: tuple[Answer, AnswerForm] | None) -> AnswerForm:
    return typed[1] if typed is not None and typed[0].pk == one.pk else AnswerForm(answer=one)


def _found(request: WorkRequest, own: OwnSheet) -> dict[str, Any]:
    """What may be ticked: tasks that were looked for, or those on the company's list."""
    words, code = request.GET.get("q", "")[:200].strip(), request.GET.get("occupation", "")
    language = language_now()
    listed = queries.tasks_named(words, most=MOST_FOUND)
    ready: Sequence[LibraryTask] = tasks_of(code)[:MOST_OF_ONE]
    if not code:
        ready = queries.tasks_for(words, language=language, most=MOST_FOUND)
        if words:
            actions.ask_to_read_library(at=timezone.now())
    there = {one.task.pk for one in own.answers}
    numbers = {one.task.library for one in own.answers}
    occupations = occupations_for(words, language=language, most=MOST_OCCUPATIONS)
    return {
        "words": words,
        "occupation": code,
        "occupations": [(one.code, one.name(language)) for one in occupations],
        "listed": [one for one in listed if one.pk not in there and not code],
        "ready": [
            (one.number, one.wording(language)) for one in ready if one.number not in numbers
        ],
    }


def language_now() -> str:
    """The reader's language, in two letters."""
    return (get_language() or "en")[:2]


def teams_of(colleague: Colleague) -> list[Team]:
    """The teams somebody may answer for, by name."""
    return list(colleague.teams.filter(closed_at=None).order_by("name"))


def audit_here(public_id: UUID) -> Audit:
    """The round of this address; 404 where there is none."""
    try:
        return queries.audit_at(public_id)
    except Audit.DoesNotExist:
        raise Http404 from None


def own_sheet_at(public_id: UUID, colleague: Colleague) -> Sheet:
    """The colleague\'s own sheet in the round of this address; 404 before they have begun."""
    own = queries.own_sheet(audit_here(public_id), of=colleague)
    if own is None:
        raise Http404
    return own.sheet
