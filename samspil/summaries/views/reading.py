"""Summaries as a list, one of them, its facts and the text it was taken from."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.adapters.tables.writing import csv_lines, sheet
from samspil.core.file_kinds import EXCEL, WORD
from samspil.core.roles import Action
from samspil.core.summarising.document import Length
from samspil.people.queries import WorkRequest, may_do
from samspil.summaries.access import check_may_summarise
from samspil.summaries.forms import CaseForm
from samspil.summaries.models import Kind, Phrasing, State
from samspil.summaries.queries import (
    FACTS,
    Sheet,
    as_markdown,
    as_rows,
    as_word,
    fact_rows,
    facts_of,
    gone_on,
    hindrance,
    mark_of,
    may_be_phrased,
    phrased_sheet_of,
    phrasing_of,
    pieces_of,
    said_of,
    sheet_of,
    sort_name,
    summary_page,
    trouble_of,
    warnings_of,
)
from samspil.summaries.views.finding import find
from samspil.web.pages import page, whole_number
from samspil.work.queries import processes


@require_safe
def summaries(request: WorkRequest) -> HttpResponse:
    """The summaries that the reader may see, the newest first."""
    colleague = check_may_summarise(request.colleague)
    rows, later = summary_page(colleague, before=whole_number(request.GET.get("before", "")))
    context = {
        "rows": [{"summary": one, "trouble": trouble_of(one)} for one in rows],
        "waiting": any(one.state == "waiting" for one in rows),
        "later": f"?before={later}" if later else "",
    }
    return page(request, "summaries/summaries.html", context)


@require_safe
def summary(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """A summary, short, medium or long; or how far it is."""
    colleague = check_may_summarise(request.colleague)
    found = find(public_id, reader=colleague)
    length = _length(request.GET.get("length", ""), kind=found.kind)
    phrasing = phrasing_of(found)
    shown = _version(request, sheet_of(found, length=length), phrasing)
    remains = found.state == State.MADE and may_be_phrased(phrasing)
    reason = hindrance(found, at=timezone.now()) if remains else None
    opens = may_do(colleague, Action.IMPORT_MESSAGES) and found.kind == Kind.MEETING
    context = {
        "summary": found,
        "sheet": shown,
        "lengths": [one.value for one in Length],
        "mark": mark_of(found, written_by=shown.written_by),
        "phrasing": phrasing,
        "may_phrase": bool(shown.sections) and remains and reason is None,
        "not_phrased": said_of(phrasing, reason),
        "trouble": trouble_of(found),
        "warnings": warnings_of(found),
        "gone_on": gone_on(found),
        "case_form": CaseForm(processes=processes()) if opens else None,
    }
    return page(request, "summaries/summary.html", context)


@require_safe
def text(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The text of a file that was brought for a summary; `piece` is the one a point is from."""
    found = find(public_id, reader=check_may_summarise(request.colleague))
    piece = whole_number(request.GET.get("piece", "")) or 0
    start = whole_number(request.GET.get("from", "")) or 0
    end = whole_number(request.GET.get("to", "")) or 0
    rows, earlier, later = pieces_of(found, around=piece)
    if not rows:
        raise Http404
    marked = next((one for one in rows if one.number == piece), None)
    said = marked.text if marked else ""
    context = {
        "summary": found,
        "pieces": rows,
        "piece": piece,
        "parts": (said[:start], said[start:end], said[max(start, end) :]),
        "earlier": earlier,
        "later": later,
    }
    return page(request, "summaries/text.html", context)


@require_safe
def facts(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What a document binds and counts, each with its page."""
    found = find(public_id, reader=check_may_summarise(request.colleague))
    sort = request.GET.get("sort", "")
    rows = [{"shown": one, "sort": sort_name(one.point.sort)} for one in facts_of(found, sort=sort)]
    context = {
        "summary": found,
        "rows": rows,
        "sort": sort if sort in FACTS else "",
        "sorts": [(each.value, sort_name(each)) for each in FACTS],
    }
    return page(request, "summaries/facts.html", context)


@require_safe
def save(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """A summary as docx or md; its table (actions of a meeting, else facts) as csv or xlsx."""
    found = find(public_id, reader=check_may_summarise(request.colleague))
    length = _length(request.GET.get("length", ""), kind=found.kind)
    shown = _version(request, sheet_of(found, length=length), phrasing_of(found))
    table = facts_of(found)
    if form == "docx":
        answer = HttpResponse(as_word(shown, facts=table, at=timezone.now()), content_type=WORD)
    elif form == "md":
        body = as_markdown(shown, facts=table)
        answer = HttpResponse(body, content_type="text/markdown; charset=utf-8")
    elif form in ("csv", "xlsx"):
        rows = as_rows(shown.actions) if found.kind == Kind.MEETING else fact_rows(table)
        body_of = {"csv": lambda: "".join(csv_lines(rows)).encode(), "xlsx": lambda: sheet(rows)}
        kind = EXCEL if form == "xlsx" else "text/csv; charset=utf-8"
        answer = HttpResponse(body_of[form](), content_type=kind)
    else:
        raise Http404
    answer["Content-Disposition"] = f'attachment; filename="summary-{found.public_id}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _version(request: WorkRequest, chosen: Sheet, phrasing: Phrasing | None) -> Sheet:
    """The version asked for: as chosen, or as a language model phrased it, where it did."""
    wanted = request.GET.get("version", "") == "phrased"
    return phrased_sheet_of(chosen, phrasing) if wanted and phrasing else chosen


def _length(said: str, *, kind: str) -> Length:
    """As asked for; a document's is medium, and minutes are whole."""
    chosen = whole_number(said)
    known = [one.value for one in Length]
    if kind == Kind.MEETING:
        return Length.LONG
    return Length(chosen) if chosen in known else Length.MEDIUM
