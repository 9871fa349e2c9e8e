"""What the documents say to a question, as far as whoever asks may see them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from samspil.adapters import embedding
from samspil.core.ai_act.built import Built
from samspil.core.embedding import NoEmbedding, Vectors
from samspil.core.knowledge import answering
from samspil.core.knowledge.index import Hit
from samspil.core.knowledge.sections import under
from samspil.core.knowledge.signs import Evidence
from samspil.knowledge.access import Reader, Stranger, visible_to
from samspil.knowledge.models import Document, Passage
from samspil.knowledge.queries.experts import Expert, experts_for
from samspil.knowledge.queries.parts import index_for
from samspil.knowledge.queries.standards import Standing, standing_for
from samspil.people.queries import day_of
from samspil.uses.queries import may_begin_with

HITS = 10
"""Passages that an answer may be taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Characters `start` to `end` of a passage, word for word; `stale` past the review day."""

    text: str
    document: Document
    passage: Passage
    start: int
    end: int
    stale: bool

    @property
    def path(self) -> str:
        """The document's title and the headings down to it."""
        title = self.document.title or self.document.name
        return " › ".join(under(title, self.passage.headings))

    @property
    def address(self) -> str:
        """Where it stands, marked."""
        where = reverse("knowledge:document", args=[self.document.public_id])
        place = {"passage": self.passage.number, "from": self.start, "to": self.end}
        return f"{where}?{urlencode(place)}#p{self.passage.number}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Meaning:
    """A question's vector, of length 1, and the name of the embedder that made it."""

    vector: Vectors
    embedder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A standard answer, or quotes that answer; or none, why not, what is nearest, who may know.

    `passages` are those that the quotes are from, whole, the best first, all in the language of the
    best one, so that a sentence can be held against any of them. `why` is `declined` in words, in
    the reader's language. `offered` are standard answers that come near and do not fit for sure.
    `meaning` is None without an embedding.
    """

    question: str
    quotes: Sequence[Quote] = ()
    passages: Sequence[Quote] = ()
    declined: answering.Reason | None = None
    why: str = ""
    nearest: Sequence[Quote] = ()
    experts: Sequence[Expert] = ()
    standard: Standing | None = None
    offered: Sequence[Standing] = ()
    meaning: Meaning | None = field(default=None, compare=False, repr=False)


def answer_to(question: str, *, reader: Reader) -> Answered:
    """What a standard answer says to this, or else the documents; as the reader may see them.

    It writes nothing. A stranger is told no colleague's name. A fixed number of statements once
    the documents are in memory.
    """
    meaning = _meaning(question)
    vector, embedder = (meaning.vector, meaning.embedder) if meaning else (None, "")
    today = day_of(timezone.now())
    standing = standing_for(question, vector=vector, embedder=embedder, reader=reader, today=today)
    if standing and standing[0].fits:
        return Answered(question=question, standard=standing[0], meaning=meaning)
    hits = index_for(reader).search(question, vector=vector, embedder=embedder, limit=HITS)
    found = _evidence(hits, reader=reader)
    judge = embedding.judge() if meaning else None
    told = answering.answer(question, [evidence for evidence, _ in found], judge=judge)
    rows = {id(evidence): row for evidence, row in found}
    if told.quotes:
        quotes = [
            quote_of(rows[id(one.evidence)], start=one.start, end=one.end) for one in told.quotes
        ]
        passages = in_one_language([whole(rows[id(one)]) for one in told.near])
        return Answered(
            question=question, quotes=quotes, passages=passages, offered=standing, meaning=meaning
        )
    nearest = [quote_of(rows[id(one)], start=0, end=0) for one in told.near]
    return Answered(
        question=question,
        declined=told.declined,
        why=gettext(answering.WORDS[told.declined]) if told.declined else "",
        nearest=nearest,
        experts=_experts(question, nearest, standing, reader=reader),
        offered=standing,
        meaning=meaning,
    )


def _experts(
    question: str, nearest: Sequence[Quote], standing: Sequence[Standing], *, reader: Reader
) -> list[Expert]:
    """Who may know; a stranger is told nobody's name."""
    if isinstance(reader, Stranger) or not may_begin_with(Built.EXPERTS):
        return []
    owners = [one.document.owner for one in nearest if one.document.owner]
    answerers = [one.answer.owner for one in standing]
    return experts_for(
        question, owners=owners, answerers=answerers, asker=reader, at=timezone.now()
    )


def _meaning(question: str) -> Meaning | None:
    """Where the embedding is missing or fails, words have to do."""
    chosen = embedding.for_learning()
    if chosen is None:
        return None
    try:
        return Meaning(vector=chosen.embed([question])[0], embedder=chosen.name)
    except NoEmbedding:
        return None


def _evidence(hits: Sequence[Hit], *, reader: Reader) -> list[tuple[Evidence, Passage]]:
    """The passages of the hits; what was changed or removed since the search is left out."""
    wanted = Q(pk__in=[])
    for hit in hits:
        wanted |= Q(document=int(hit.part.key), number=hit.passage)
    rows = Passage.objects.filter(wanted, document__in=visible_to(reader))
    known = {
        (str(row.document_id), row.number): row for row in rows.select_related("document__owner")
    }
    found = []
    for hit in hits:
        row = known.get((hit.part.key, hit.passage))
        if row is not None:
            title = row.document.title or row.document.name
            found.append((Evidence(hit=hit, text=row.text, headings=(title, *row.headings)), row))
    return found


def quote_of(row: Passage, *, start: int, end: int) -> Quote:
    """These characters of a passage; its document has to be read already."""
    until = row.document.review_on
    return Quote(
        text=answering.plain(row.text[start:end]),
        document=row.document,
        passage=row,
        start=start,
        end=end,
        stale=bool(until and until <= day_of(timezone.now())),
    )


def whole(row: Passage) -> Quote:
    """All of a passage, its document read already."""
    return quote_of(row, start=0, end=len(row.text))


def in_one_language(passages: Sequence[Quote]) -> list[Quote]:
    """Those in the language of the first."""
    return [one for one in passages if one.document.language == passages[0].document.language]
