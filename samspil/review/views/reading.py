"""Show the queue, a case beside it, and the case's history."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.core.lifecycle import Stage
from samspil.core.roles import Action
from samspil.likeness.queries import EarlierCase, similar_cases
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.review.forms import (
    FilterForm,
    HandOverForm,
    JudgeForm,
    MessageForm,
    NarrowForm,
    NoteForm,
    ReplyForm,
)
from samspil.review.models import SavedFilter
from samspil.review.queries import (
    CaseSheet,
    Wanted,
    Whose,
    case_sheet,
    case_to_show,
    listed,
)
from samspil.review.queries.filters import QuickLink, filters_of, quick_links, with_counts
from samspil.review.queries.news import mark_of
from samspil.review.views.lists import kept_as, offered_of, whose_of
from samspil.web.pages import page, uuid_of
from samspil.work.models import Case
from samspil.work.queries import case_at, processes
from samspil.work.queries.happened import moments
from samspil.work.queries.knowing import knowledge


@require_safe
def queue(request: WorkRequest) -> HttpResponse:
    """What waits, riskiest first; nothing open yet."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    saved = filters_of(colleague)
    usual = next((one for one in saved if one.usual and one.owner_id == colleague.pk), None)
    if usual is not None and not request.GET:
        return redirect(f"{reverse('review:queue')}{kept_as(**quick_links([usual])[0].parameters)}")
    context = list_of(request, colleague, None, saved=saved)
    return page(request, "review/queue.html", context)


@require_safe
def case(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The case, why one has it, what AI proposes, and the reply."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    try:
        found = case_to_show(public_id, reader=colleague)
    except Case.DoesNotExist:
        raise Http404 from None
    return case_page(request, colleague, found)


@require_safe
def history(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What happened to the case, from the journal."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = find(public_id, colleague)
    return page(request, "review/history.html", {"case": found, "moments": moments(found)})


def find(public_id: UUID, reader: Colleague) -> Case:
    """The case, or a 404 page: what the reader may not see does not exist here."""
    try:
        return case_at(public_id, reader=reader)
    except Case.DoesNotExist:
        raise Http404 from None


def case_page(
    request: WorkRequest,
    colleague: Colleague,
    found: Case,
    *,
    reply: ReplyForm | None = None,
    handing: HandOverForm | None = None,
    judging: JudgeForm | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    """The page of a case; a form given keeps what was typed into it."""
    sheet = case_sheet(found, reader=colleague)
    if handing is None and sheet.held_by_reader and "hand" in request.GET:
        handing = HandOverForm()
    context = {
        **list_of(request, colleague, found, saved=filters_of(colleague)),
        "case": found,
        "sheet": sheet,
        "beside": "" if found.hides_answer else knowledge().address(found.public_id),
        "similar": [] if handing or found.hides_answer else _similar(found, sheet, colleague),
        "handing": handing,
        "judging": judging or (JudgeForm(topics=sheet.topics) if sheet.judges else None),
        "drafted": _drafted(request, sheet),
        "reply": reply or (None if handing else _reply_form(request, sheet)),
        "message": MessageForm(auto_id="message_%s"),
        "noting": NoteForm(auto_id="note_%s"),
        "may_add": may_do(colleague, Action.DECIDE_CASES) and sheet.emptied is None,
        "may_forget": may_do(colleague, Action.FORGET_PEOPLE) and sheet.emptied is None,
        **more,
    }
    return page(request, "review/queue.html", context, status=status)


def _similar(found: Case, sheet: CaseSheet, reader: Colleague) -> list[EarlierCase]:
    """For whoever works on the case: while it waits the page says instead who may take it."""
    if found.stage == Stage.WAITING:
        return []
    return similar_cases(found, topics=dict(sheet.topics), reader=reader)


def _reply_form(request: WorkRequest, sheet: CaseSheet) -> ReplyForm | None:
    """An editor where the person writes: on wish, and wherever AI wrote nothing to agree with.

    Who found something else than AI begins with an empty reply about that.
    """
    if not sheet.held_by_reader or sheet.judges:
        return None
    if sheet.checks:
        return ReplyForm(initial={"seen": sheet.seen}, topics=sheet.topics)
    if sheet.offers_draft and "change" not in request.GET:
        return None
    drafted = _drafted(request, sheet)
    answer = sheet.draft if drafted else ""
    topic = sheet.guesses[0].key if sheet.differs and drafted else sheet.topic
    return ReplyForm(
        initial={
            "topic": topic,
            "answer": answer,
            "seen": sheet.seen,
            "told": bool(sheet.lapsed),
        },
        topics=sheet.topics,
        writes_at_once="change" in request.GET,
    )


def _drafted(request: WorkRequest, sheet: CaseSheet) -> bool:
    """Whether the person begins with AI's draft."""
    return sheet.offers_draft or bool(sheet.draft and "draft" in request.GET)


def list_of(
    request: WorkRequest,
    colleague: Colleague,
    found: Case | None,
    *,
    saved: Sequence[SavedFilter],
) -> dict[str, Any]:
    """What the list pane shows, with the addresses its links go to."""
    known = processes()
    offered = [(str(process.public_id), process.name) for process in known]
    narrowing = NarrowForm(
        request.GET, processes=offered, **offered_of(request.GET, beside_case=found is not None)
    )
    chosen = narrowing.chosen()
    whose = whose_of(request.GET, colleague)
    after = uuid_of(request.GET.get("after", ""))
    rows = listed(colleague, Wanted(whose=whose, after=after, **chosen), known=known)
    before, following = rows.beside(found.public_id if found else None)
    kept = kept_as(whose=whose, **chosen)
    return {
        "now": timezone.now(),
        "narrowing": narrowing,
        "narrowed": len(chosen),
        "gone": narrowing.gone(),
        "whose": whose,
        "may_choose": may_do(colleague, Action.DECIDE_CASES),
        "may_see_all": may_do(colleague, Action.REASSIGN_CASES),
        "listed": rows,
        "before": before,
        "following": following,
        "many_processes": len(offered) > 1,
        "kept": kept,
        "quick": _quick(saved, narrowing, None if found else colleague, kept=kept),
        "saving": FilterForm(owner=colleague, auto_id="filter_%s")
        if chosen and not found
        else None,
        "tabs": {each.value: kept_as(whose=each, **chosen) for each in Whose},
        "list_mark": mark_of(rows.rows),
        "shown_at": timezone.now().isoformat(),
        "further": kept_as(whose=whose, after=str(rows.last), **chosen) if rows.last else "",
        "later_page": "after" in request.GET,
    }


def _quick(
    saved: Sequence[SavedFilter],
    narrowing: NarrowForm,
    counted_for: Colleague | None,
    *,
    kept: str,
) -> list[tuple[QuickLink, str, bool]]:
    """The row of filters, each with its address and whether it is the one shown.

    Beside an open case, whose page reads enough, it is counted for nobody.
    """
    links = quick_links(saved, known=narrowing.offered if counted_for else None)
    if counted_for:
        links = with_counts(links, colleague=counted_for)
    addresses = [kept_as(**link.parameters) for link in links]
    return [
        (link, address, address == kept) for link, address in zip(links, addresses, strict=True)
    ]
