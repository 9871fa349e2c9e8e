"""Documents as a list, and one of them as it was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from samspil.knowledge.access import ever_visible_to, visible_to
from samspil.knowledge.models import Document, Passage, State
from samspil.knowledge.queries.reviewing import nobodys
from samspil.knowledge.queries.wording import trouble_of, warnings_of
from samspil.people.models import Colleague

PAGE = 50
PASSAGES = 40
"""Passages of a document on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """What to narrow a list of documents by; empty for all."""

    words: str = ""
    state: str = ""
    stale: bool = False
    nobodys: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document and what is said of it; `stale` where nobody looked through it by its day."""

    document: Document
    stale: bool
    trouble: str
    warnings: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some passages of a document under the same headings, on the same page."""

    headings: Sequence[str]
    page: int | None
    passages: Sequence[Passage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Part of a document; `earlier` and `later` are passages of the parts beside it, or None."""

    stretches: Sequence[Stretch]
    earlier: int | None
    later: int | None

    def pieces(self, number: int | None, *, start: int, end: int) -> tuple[str, str, str]:
        """The text of that passage before, in and after a quotation; empty where it is not here."""
        for stretch in self.stretches:
            for one in stretch.passages:
                if one.number == number:
                    return one.text[:start], one.text[start:end], one.text[max(start, end) :]
        return "", "", ""


def document_page(
    reader: Colleague, find: Find, *, today: date, before: int | None = None
) -> tuple[list[DocumentRow], int | None]:
    """The documents a reader may see, the newest first, and where the next page begins."""
    found = _narrowed(visible_to(reader), find, today=today)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.select_related("team", "owner", "added_by").order_by("-pk")[: PAGE + 1])
    shown = [row_of(one, today=today) for one in rows[:PAGE]]
    return shown, rows[PAGE - 1].pk if len(rows) > PAGE else None


def seen_among(documents: Sequence[int], *, reader: Colleague) -> set[int]:
    """Which of the documents, by their keys, the reader may see."""
    return set(visible_to(reader).filter(pk__in=documents).values_list("pk", flat=True))


def row_of(document: Document, *, today: date) -> DocumentRow:
    """A document with what is said of it."""
    return DocumentRow(
        document=document,
        stale=bool(document.review_on and document.review_on <= today),
        trouble=trouble_of(document),
        warnings=warnings_of(document),
    )


def counts(reader: Colleague, *, today: date) -> dict[str, int]:
    """How many documents the reader may see: by state, and past their review."""
    return visible_to(reader).aggregate(
        all=Count("pk"),
        waiting=Count("pk", filter=Q(state=State.WAITING)),
        unreadable=Count("pk", filter=Q(state=State.UNREADABLE)),
        read=Count("pk", filter=Q(state=State.READ)),
        ended=Count("pk", filter=~Q(state=State.WAITING)),
        stale=Count("pk", filter=Q(review_on__lte=today)),
    )


def document_at(public_id: UUID, *, reader: Colleague) -> Document:
    """The document at this address; raises `Document.DoesNotExist` also for what is not theirs."""
    return visible_to(reader).select_related("team", "owner", "added_by").get(public_id=public_id)


def position_of(public_id: UUID, *, reader: Colleague) -> int | None:
    """Where a list goes on after this document; None where it may not be seen."""
    return visible_to(reader).filter(public_id=public_id).values_list("pk", flat=True).first()


def removed_at(public_id: UUID, *, reader: Colleague) -> Document:
    """The document that was removed; raises `Document.DoesNotExist`."""
    return ever_visible_to(reader).get(public_id=public_id, removed_at__isnull=False)


def document_text(document: Document, *, around: int) -> Text:
    """The passages around one, under their headings."""
    start = around - around % PASSAGES
    rows = list(
        Passage.objects.filter(
            document=document, number__gte=start, number__lte=start + PASSAGES
        ).order_by("number")
    )
    shown = rows[:PASSAGES]
    groups = groupby(shown, key=lambda one: (_below(document.title, one.headings), one.page))
    return Text(
        stretches=[
            Stretch(headings=headings, page=page, passages=list(some))
            for (headings, page), some in groups
        ],
        earlier=start - PASSAGES if start else None,
        later=start + PASSAGES if len(rows) > PASSAGES else None,
    )


def _below(title: str, headings: Sequence[str]) -> tuple[str, ...]:
    """The headings without the title, which stands above the whole document."""
    return tuple(headings[1:] if headings and headings[0] == title else headings)


def _narrowed(found: QuerySet[Document], find: Find, *, today: date) -> QuerySet[Document]:
    if find.words:
        found = found.filter(Q(name__icontains=find.words) | Q(title__icontains=find.words))
    if find.state in State.values:
        found = found.filter(state=find.state)
    if find.stale:
        found = found.filter(review_on__lte=today)
    if find.nobodys:
        found = nobodys(found)
    return found
