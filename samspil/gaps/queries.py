"""What was asked of late, the map as a reader may see it, and who knows which document."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from samspil.core.embedding import Embedder, Vectors, unpacked
from samspil.core.knowledge.gaps import MOST, WEEKS, Asked, Trend, same, trend_of
from samspil.core.retention.periods import Reach
from samspil.core.words import fold
from samspil.gaps.models import GapMap, GapRequest, GapTopic, Knower
from samspil.knowledge.models import Document, Outcome, Pointer, Question
from samspil.knowledge.queries import Find, document_page, seen_among
from samspil.people.models import Colleague
from samspil.people.queries import day_of

WEEK = timedelta(weeks=1)
ENOUGH_PEOPLE = 2
"""A subject that fewer know rests on one person, or on none."""
OPEN = {"done_at": None, "withdrawn_at": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """The newest questions of the last weeks with their rows, and how many were withheld."""

    questions: Sequence[Asked]
    rows: Sequence[int]
    withheld: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic of the map; `near` and who knows it only where the reader may see the document.

    `suggested` answers for the document that comes nearest, if they still work here.
    """

    topic: GapTopic
    near: Document | None
    suggested: Colleague | None
    knowing: int
    requests: Sequence[GapRequest]
    trend: Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMap:
    """The map and its topics, those with most unanswered questions first."""

    map: GapMap
    rows: Sequence[TopicRow]

    @property
    def gaps(self) -> Sequence[TopicRow]:
        """The topics with a name, some of whose questions found no good answer."""
        return [row for row in self.rows if row.topic.words and row.topic.unanswered]

    @property
    def answered(self) -> Sequence[TopicRow]:
        """The topics with a name whose questions were all answered well."""
        return [row for row in self.rows if row.topic.words and not row.topic.unanswered]

    @property
    def beside(self) -> Sequence[TopicRow]:
        """Questions of small topics, by the document nearest to them."""
        return [row for row in self.rows if not row.topic.words]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDocument:
    """A document, who knows what it is about and still works here, and whether the reader does."""

    document: Document
    people: Sequence[Colleague]
    mine: bool

    @property
    def covered(self) -> bool:
        """Whether at least two people know it."""
        return len(self.people) >= ENOUGH_PEOPLE


def recent_questions(at: datetime, *, embedder: Embedder | None) -> Recent:
    """At most `MOST` questions of the last `WEEKS` weeks, the newest first; three statements.

    Each with its vector, where one by this embedder is kept.
    """
    fresh = Question.objects.filter(asked_at__gte=at - WEEKS * WEEK, asked_at__lte=at)
    rows = list(fresh.exclude(text="").order_by("-asked_at", "-pk")[:MOST])
    pointers: defaultdict[int, list[str]] = defaultdict(list)
    for one in Pointer.objects.filter(question__in=rows).order_by("place"):
        pointers[one.question_id].append(str(one.document_id))
    vectors = _kept(rows, embedder)
    return Recent(
        rows=[row.pk for row in rows],
        questions=[
            Asked(
                text=row.text,
                weeks=int((at - row.asked_at) / WEEK),
                good=row.outcome != Outcome.DECLINED and row.helpful is not False,
                near=tuple(pointers[row.pk]),
                vector=vectors.get(row.pk),
            )
            for row in rows
        ],
        withheld=fresh.exclude(withheld="").count(),
    )


def _kept(rows: Sequence[Question], embedder: Embedder | None) -> dict[int, Vectors]:
    if embedder is None:
        return {}
    own = [row for row in rows if row.embedder == embedder.name]
    vectors = unpacked([row.vector for row in own], dimension=embedder.dimension)
    return {row.pk: vector for row, vector in zip(own, vectors, strict=True)}


def digest_of(recent: Recent, *, names: Set[str], embedder: str) -> str:
    """The same for as long as a map drawn of this would be the same."""
    asked = [(one.text, one.weeks, one.good, one.near) for one in recent.questions]
    told = repr((asked, recent.withheld, sorted(names), embedder))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()


def names_here() -> frozenset[str]:
    """Every part of every colleague's name in lower case, of those who left too."""
    names = Colleague.objects.values_list("name", flat=True)
    return frozenset(part for name in names for part in fold(name).split())


def drawn_map(reader: Colleague) -> DrawnMap | None:
    """The map as it was last drawn; None before the first. A fixed number of statements."""
    found = GapMap.objects.first()
    if found is None:
        return None
    topics = list(found.topics.select_related("near__owner").order_by("place"))
    seen = seen_among([one.near_id for one in topics if one.near_id], reader=reader)
    knowing = _knowing([one.near for one in topics if one.near and one.near_id in seen])
    requests = list(open_requests())
    return DrawnMap(
        map=found,
        rows=[_row(one, seen=seen, knowing=knowing, requests=requests) for one in topics],
    )


def _row(
    topic: GapTopic,
    *,
    seen: Mapping[int, object] | set[int],
    knowing: Mapping[int, Sequence[Colleague]],
    requests: Sequence[GapRequest],
) -> TopicRow:
    near = topic.near if topic.near_id in seen else None
    owner = near.owner if near else None
    return TopicRow(
        topic=topic,
        near=near,
        suggested=owner if owner and owner.left_at is None else None,
        knowing=len(knowing.get(near.pk, ())) if near else 0,
        requests=[one for one in requests if same(one.words, topic.words)],
        trend=trend_of(topic.weekly),
    )


def request_at(public_id: UUID) -> GapRequest:
    """A request, with who was asked; raises `GapRequest.DoesNotExist`."""
    return GapRequest.objects.select_related("asked", "by").get(public_id=public_id)


def open_requests(asked: Colleague | None = None) -> QuerySet[GapRequest]:
    """What is asked for and not done, of one colleague or of all, the newest first."""
    found = GapRequest.objects.filter(**OPEN).select_related("asked", "by").order_by("-at", "-pk")
    return found if asked is None else found.filter(asked=asked)


def known_documents(
    reader: Colleague, *, before: int | None = None
) -> tuple[Sequence[KnownDocument], int | None]:
    """A page of the documents that the reader may see, and where the next one goes on."""
    rows, later = document_page(reader, Find(), today=day_of(timezone.now()), before=before)
    documents = [row.document for row in rows]
    knowing = _knowing(documents)
    return [
        KnownDocument(
            document=one,
            people=knowing[one.pk],
            mine=any(person.pk == reader.pk for person in knowing[one.pk]),
        )
        for one in documents
    ], later


def _knowing(documents: Sequence[Document]) -> dict[int, list[Colleague]]:
    """Who knows each document and still works here: its owner first."""
    found: dict[int, dict[int, Colleague]] = {one.pk: {} for one in documents}
    for one in documents:
        if one.owner and one.owner.left_at is None:
            found[one.pk][one.owner.pk] = one.owner
    said = Knower.objects.filter(document__in=list(found), colleague__left_at=None)
    for each in said.select_related("colleague").order_by("at", "pk"):
        found[each.document_id][each.colleague_id] = each.colleague
    return {pk: list(people_.values()) for pk, people_ in found.items()}


def over_requests(reach: Reach) -> QuerySet[GapRequest]:
    """Requests that ended long enough ago."""
    over = Q(done_at__lt=reach.before) | Q(withdrawn_at__lt=reach.before)
    return GapRequest.objects.filter(over)
