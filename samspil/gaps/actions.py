"""Draw the map, ask a colleague to close a gap, and say what one knows."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.core.ai_act.built import Built
from samspil.core.embedding import Embedder, NoEmbedding
from samspil.core.knowledge.gaps import Asked, map_of
from samspil.core.retention.categories import Category
from samspil.gaps.access import check_may_end, check_may_know, check_may_see_map
from samspil.gaps.models import GapMap, GapRequest, GapTopic, Kind, Knower
from samspil.gaps.queries import Recent, digest_of, names_here, over_requests, recent_questions
from samspil.governance.queries import reach_of
from samspil.knowledge.actions import keep_meanings
from samspil.knowledge.models import Document
from samspil.knowledge.queries import seen_among
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows
from samspil.tenancy.queries import current
from samspil.uses.queries import check_may_begin, may_begin_with

DRAW, DRAW_ALL = "gaps.draw", "gaps.draw_all"
LONGEST_NOTE = 500


class BadRequest(ValueError):
    """This cannot be asked for; the message is fit to show."""


def draw_map(*, embedder: Embedder | None, at: datetime) -> GapMap:
    """Draw the current organisation's map anew; texts are read outside any transaction."""
    recent = recent_questions(at, embedder=embedder)
    return _drawn(recent, names=names_here(), embedder=embedder, at=at)


def draw_changed_map(*, embedder: Embedder | None, at: datetime) -> bool:
    """Draw it anew where it would be another one; returns whether it was.

    Else it says that it still holds. Nothing is drawn where AI may not begin with it.
    """
    if not may_begin_with(Built.GAPS):
        return False
    recent, names = recent_questions(at, embedder=embedder), names_here()
    digest = digest_of(recent, names=names, embedder=embedder.name if embedder else "")
    if GapMap.objects.filter(drawn_of=digest).update(drawn_at=at):
        return False
    _drawn(recent, names=names, embedder=embedder, at=at)
    return True


def _drawn(recent: Recent, *, names: Set[str], embedder: Embedder | None, at: datetime) -> GapMap:
    asked = _with_meaning(recent, embedder)
    used = embedder.name if embedder and all(one.vector is not None for one in asked) else ""
    found = map_of(asked, names=names)
    with transaction.atomic():
        GapMap.objects.all().delete()
        drawn = GapMap.objects.create(
            drawn_at=at,
            drawn_of=digest_of(recent, names=names, embedder=used),
            asked=len(asked),
            unanswered=sum(not one.good for one in asked),
            withheld=recent.withheld,
            left=found.left,
        )
        rows = [
            GapTopic(
                words=list(one.words),
                shown=[asked[place].text for place in one.shown],
                asked=len(one.members),
                unanswered=one.unanswered,
                weekly=list(one.weekly),
                near_id=int(one.near[0]) if one.near else None,
            )
            for one in found.topics
        ]
        rows += [
            GapTopic(asked=many, unanswered=unanswered, near_id=int(key))
            for key, (many, unanswered) in found.beside.items()
        ]
        here = _still_here([row.near_id for row in rows])
        for place, row in enumerate(rows):
            row.map, row.place = drawn, place
            row.near_id = row.near_id if row.near_id in here else None
        GapTopic.objects.bulk_create(rows)
    return drawn


def ask_to_draw(*, by: Colleague) -> None:
    """Have the map drawn anew in the background."""
    check_may_see_map(by)
    check_may_begin(Built.GAPS)
    with transaction.atomic():
        enqueue(DRAW, {"organisation": str(current().public_id)})


@transaction.atomic
def ask_for(
    words: Sequence[str], *, kind: Kind, of: Colleague, by: Colleague, at: datetime, note: str = ""
) -> GapRequest:
    """Ask a colleague to close a gap. Raises `BadRequest` where they left or nothing is named."""
    check_may_see_map(by)
    if not words:
        raise BadRequest(_("Say what it is about."))
    if of.left_at is not None:
        raise BadRequest(_("%(name)s works here no more: ask somebody else.") % {"name": of.name})
    made = GapRequest.objects.create(
        words=list(words), kind=kind, asked=of, by=by, at=at, note=note[:LONGEST_NOTE]
    )
    _note("gap_request", made, by=by, at=at, kind=kind.value, asked=str(of.public_id))
    return made


@transaction.atomic
def end_request(request: GapRequest, *, done: bool, by: Colleague, at: datetime) -> bool:
    """Say that it is done, or take it back; False where it had ended before."""
    check_may_end(by, request)
    if not done:
        check_may_see_map(by)
    field = "done_at" if done else "withdrawn_at"
    open_ = GapRequest.objects.filter(pk=request.pk, done_at=None, withdrawn_at=None)
    if not open_.update(**{field: at}):
        return False
    _note("gap_request_done" if done else "gap_request_withdrawn", request, by=by, at=at)
    return True


@transaction.atomic
def reopen_request(request: GapRequest, *, by: Colleague, at: datetime) -> bool:
    """Undo that it ended; False where it is open."""
    check_may_end(by, request)
    ended = GapRequest.objects.filter(pk=request.pk).exclude(done_at=None, withdrawn_at=None)
    if not ended.update(done_at=None, withdrawn_at=None):
        return False
    _note("gap_request_reopened", request, by=by, at=at)
    return True


@transaction.atomic
def say_known(document: Document, *, knows: bool, by: Colleague, at: datetime) -> None:
    """Say of oneself that one knows what a document is about, or that one does not any more.

    Raises `Document.DoesNotExist` where the colleague may not see it.
    """
    check_may_know(by)
    if document.pk not in seen_among([document.pk], reader=by):
        raise Document.DoesNotExist
    if knows:
        _known, changed = Knower.objects.get_or_create(
            document=document, colleague=by, defaults={"at": at}
        )
    else:
        changed = bool(Knower.objects.filter(document=document, colleague=by).delete()[0])
    if changed:
        note(
            "knower_added" if knows else "knower_removed",
            "document",
            document.public_id,
            by=by,
            at=at,
        )


def sweep_gaps(*, at: datetime) -> int:
    """Delete requests that ended long ago; returns how many."""
    return delete_rows(over_requests(reach_of(Category.GAPS, at=at)))


def _with_meaning(recent: Recent, embedder: Embedder | None) -> Sequence[Asked]:
    """The questions with their vectors; those that had none are read once, and kept.

    By words alone where the embedding is missing or fails.
    """
    unread = [place for place, one in enumerate(recent.questions) if one.vector is None]
    if embedder is None or not unread:
        return recent.questions
    try:
        vectors = embedder.embed([recent.questions[place].text for place in unread])
    except NoEmbedding:
        return recent.questions
    read = dict(zip(unread, vectors, strict=True))
    keep_meanings({recent.rows[at]: row for at, row in read.items()}, embedder=embedder.name)
    return [
        replace(one, vector=read.get(place, one.vector))
        for place, one in enumerate(recent.questions)
    ]


def _still_here(documents: Sequence[int | None]) -> set[int]:
    wanted = [pk for pk in documents if pk is not None]
    return set(Document.objects.filter(pk__in=wanted).values_list("pk", flat=True))


def _note(event: str, request: GapRequest, *, by: Colleague, at: datetime, **facts: object) -> None:
    note(event, "gap_request", request.public_id, by=by, at=at, **facts)
