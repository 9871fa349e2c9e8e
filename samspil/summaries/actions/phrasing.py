"""Let a language model put a summary into other words; what the text says of them is kept."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from samspil.adapters.jobs import JobValue, enqueue
from samspil.core.ai_act.built import Built
from samspil.core.gateway.allowing import Purpose
from samspil.core.knowledge.phrasing import Claim, Phrased, checked
from samspil.core.knowledge.supporting import place_of
from samspil.core.summarising.phrasing import checked_of_meeting, instruction
from samspil.governance.actions import Asking, NotAsked, Told, ask_model, mark_told
from samspil.governance.queries import why_in_words
from samspil.people.models import Colleague
from samspil.summaries.access import check_may_summarise
from samspil.summaries.actions.changing import check_made
from samspil.summaries.actions.making import SKILL
from samspil.summaries.actions.noting import note_summary
from samspil.summaries.actions.ordering import SOON, RefusedSummary, check_begun
from samspil.summaries.models import Kind, Phrasing, Point, Sort, Summary
from samspil.summaries.queries.phrasing import (
    Part,
    class_of_summary,
    hindrance,
    may_be_phrased,
    parts_of,
    people_of,
)
from samspil.summaries.queries.summaries import is_stale
from samspil.tenancy.queries import current
from samspil.work.queries import stopped_everywhere

PHRASE = "summaries.phrase"
MOST_POINTS = 100
"""Sentences of a part have positions of their own: it has fewer."""


@transaction.atomic
def order_phrasing(summary: Summary, *, by: Colleague, at: datetime) -> Phrasing:
    """Have it phrased, or what remains of it; from the beginning where nothing came of it.

    Raises `RefusedSummary` where no language model may be asked, `StaleSummary`.
    """
    check_may_summarise(by)
    check_begun(Built.MODEL)
    check_made(summary)
    if is_stale(summary):
        raise RefusedSummary(_("The document has changed since: have it summarised again."))
    reason = hindrance(summary, at=at)
    if reason is not None:
        why = why_in_words(reason.value)
        raise RefusedSummary(_("The language model may not be asked: %(why)s") % {"why": why})
    many = len(parts_of(summary))
    if not many:
        raise RefusedSummary(_("There are no main points to put into other words."))
    made, fresh = Phrasing.objects.select_for_update().get_or_create(
        summary=summary, defaults={"parts": many}
    )
    if not fresh and not may_be_phrased(made):
        return made
    if not fresh:
        _begin_again(made, parts=many)
    note_summary(summary, "summary_phrasing_ordered", by=by, at=at)
    _go_on(made)
    return made


def phrase_part(phrasing_id: int, part: int, *, at: datetime) -> bool:
    """Phrase this part if it is the next; returns whether anything changed.

    Slow, so nothing is locked meanwhile; whoever is second changes nothing.
    """
    rows = Phrasing.objects.filter(pk=phrasing_id, done=part, over=False)
    phrasing = rows.select_related("summary__document").first()
    if phrasing is None:
        return False
    parts = parts_of(phrasing.summary)
    gone = phrasing.summary.removed_at is not None or is_stale(phrasing.summary)
    if gone or part >= len(parts):
        return _end(phrasing, "", at=at)
    if not parts[part].grounds:
        return _keep(phrasing, parts[part], None, Phrased(claims=(), left_out=0), at=at)
    try:
        told = _told(phrasing.summary, parts, part, at=at)
    except NotAsked as why:
        return _end(phrasing, why.why, at=at)
    return _keep(phrasing, parts[part], told, _checked(phrasing.summary, parts[part], told), at=at)


def _told(summary: Summary, parts: list[Part], part: int, *, at: datetime) -> Told:
    of_meeting = summary.kind == Kind.MEETING
    asking = Asking(
        purpose=Purpose.SUMMARIES,
        data_class=class_of_summary(summary, parts),
        instruction=instruction(summary.language or "en", of_meeting=of_meeting),
        sources=[one.text for one in parts[part].grounds],
        stopped=stopped_everywhere(),
    )
    return ask_model(asking, at=at)


def _checked(summary: Summary, part: Part, told: Told) -> Phrased:
    texts = [one.text for one in part.grounds]
    if summary.kind != Kind.MEETING:
        return checked(told.text, texts)
    return checked_of_meeting(
        told.text, texts, language=summary.language or "en", people=people_of(summary)
    )


@transaction.atomic
def _keep(
    phrasing: Phrasing, part: Part, told: Told | None, found: Phrased, *, at: datetime
) -> bool:
    """Keep what the text says; what is new has been checked by nobody."""
    number = phrasing.done
    waiting = Phrasing.objects.filter(pk=phrasing.pk, done=number, over=False)
    changes = {"model": told.model} if told else {}
    if not waiting.update(done=number + 1, left_out=F("left_out") + found.left_out, **changes):
        return False
    points = [
        _point(phrasing.summary, part, claim, position=number * MOST_POINTS + place)
        for place, claim in enumerate(found.claims)
    ]
    Point.objects.bulk_create(points)
    if told and points:
        mark_told([one.text for one in points], told, skill=SKILL, at=at)
        rows = Summary.objects.filter(pk=phrasing.summary_id)
        rows.update(approved_by=None, approved_at=None)
    phrasing.refresh_from_db()
    if phrasing.done == phrasing.parts:
        return _end(phrasing, "", at=at)
    _go_on(phrasing)
    return True


def _point(summary: Summary, part: Part, claim: Claim, *, position: int) -> Point:
    """A sentence at the very words that say so."""
    ground = part.grounds[claim.cites[0] - 1]
    start, end = place_of(claim.text, ground.text)
    return Point(
        summary=summary, sort=Sort.PHRASED, position=position, text=claim.text, said=claim.text,
        headings=list(part.headings), page=ground.page, place=ground.place,
        start=ground.start + start, end=ground.start + end,
    )  # fmt: skip


@transaction.atomic
def _end(phrasing: Phrasing, why: str, *, at: datetime) -> bool:
    rows = Phrasing.objects.filter(pk=phrasing.pk, done=phrasing.done, over=False)
    if not rows.update(over=True, why=why):
        return False
    many = Point.objects.filter(summary=phrasing.summary_id, sort=Sort.PHRASED).count()
    note_summary(
        phrasing.summary, "summary_phrased", by=None, at=at,
        sentences=many, left_out=phrasing.left_out,
    )  # fmt: skip
    return True


def _begin_again(phrasing: Phrasing, *, parts: int) -> None:
    """Where it ended; from the first part where all were asked for and nothing came of it."""
    if phrasing.done >= phrasing.parts:
        phrasing.done = phrasing.left_out = 0
    phrasing.parts, phrasing.done = parts, min(phrasing.done, parts)
    phrasing.over, phrasing.why = False, ""
    phrasing.save()


def _go_on(phrasing: Phrasing) -> None:
    organisation, part = str(current().public_id), phrasing.done
    payload: dict[str, JobValue] = {"organisation": organisation, "phrasing": phrasing.pk}
    enqueue(PHRASE, {**payload, "part": part}, priority=SOON)
