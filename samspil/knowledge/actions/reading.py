"""Read documents: cut them into passages and keep what the search needs of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db import transaction

from samspil.adapters.files import DamagedFile
from samspil.adapters.jobs import enqueue
from samspil.adapters.reading import (
    MOST_SECONDS_WITH_SCANS,
    Reading,
    Trouble,
    UnreadableDocument,
    read,
    recogniser,
)
from samspil.core.embedding import Embedder, NoEmbedding
from samspil.core.knowledge.part import Entry, Part, part_of
from samspil.core.knowledge.sections import Section, passages, under
from samspil.governance.queries import intake
from samspil.knowledge.actions.adding import AT_ONCE as TOGETHER
from samspil.knowledge.actions.adding import LAST, READ
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.models import Document, Passage, State
from samspil.knowledge.models import Part as KeptPart
from samspil.knowledge.queries.classes import found_in, is_lowered, kinds_of
from samspil.knowledge.queries.files import store
from samspil.skills.triage.language import language_of
from samspil.tenancy.queries import current

LONGEST_TITLE = 200
TOLD_BY = 20_000
"""Characters from which the language is told."""
SCANS = "knowledge.read_scans"
FALLBACK = "en"
"""The language of a document whose language is not known: it says least about its words."""
AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Made:
    """What reading a document gave."""

    reading: Reading
    rows: list[Passage]
    part: Part


def read_documents(ids: Sequence[int], *, embedder: Embedder | None, at: datetime) -> int:
    """Read those of these documents that wait for it; returns how many could be read.

    Slow, so nothing is locked meanwhile. Whoever is second, or reads what was replaced or removed
    meanwhile, changes nothing. Identity numbers are masked before anything is kept.
    """
    found = 0
    waiting = Document.objects.filter(pk__in=list(ids), state=State.WAITING)
    for document in waiting.order_by("pk"):
        try:
            made = _read(document, embedder=embedder)
        except DamagedFile:
            _give_up(document, UnreadableDocument(Trouble.MISSING), at=at)
        except UnreadableDocument as why:
            _give_up(document, why, at=at)
        else:
            found += _keep(document, made, at=at)
    return found


@transaction.atomic
def read_scans() -> int:
    """Where scans can be read by now, read those that could not; returns how many wait for it."""
    if not settings.OCR or recogniser(settings.OCR) is None:
        return 0
    pictures = Document.objects.filter(
        state=State.UNREADABLE, trouble=Trouble.ONLY_PICTURES.value, removed_at__isnull=True
    )
    ids = list(pictures.values_list("pk", flat=True)[:AT_ONCE])
    pictures.filter(pk__in=ids).update(state=State.WAITING, trouble="", trouble_facts={})
    for start in range(0, len(ids), TOGETHER):
        some = ids[start : start + TOGETHER]
        enqueue(READ, {"organisation": str(current().public_id), "documents": some}, priority=LAST)
    return len(ids)


def _read(document: Document, *, embedder: Embedder | None) -> _Made:
    reading = _masked(_reading(document))
    sections = [_safe(section) for section in reading.sections]
    rows = [
        Passage(
            document=document, number=number, section=one.section, start=one.start, end=one.end,
            page=sections[one.section].page, headings=list(sections[one.section].headings),
            text=one.text,
        )
        for number, one in enumerate(passages(sections))
    ]  # fmt: skip
    if not rows:
        raise UnreadableDocument(Trouble.NO_TEXT)
    title = reading.title or document.name
    entries = [Entry(headings=under(title, row.headings), text=row.text) for row in rows]
    language = language_of(_beginning(rows)) or FALLBACK
    part = part_of(entries, language=language, key=str(document.pk))
    return _Made(reading=reading, rows=rows, part=_with_vectors(part, entries, embedder))


def _reading(document: Document) -> Reading:
    content = store().get(document.digest)
    there = recogniser(settings.OCR) if settings.OCR else None
    if there is None:
        return read(document.name, content)
    return read(document.name, content, recogniser=there, most_seconds=MOST_SECONDS_WITH_SCANS)


def _masked(reading: Reading) -> Reading:
    """A title is shown everywhere: identity numbers are masked in it, too."""
    return replace(reading, title=intake(reading.title).text)


def _safe(section: Section) -> Section:
    """The section as it may be kept: plain text, identity numbers masked."""
    return Section(
        headings=tuple(intake(each).text for each in section.headings),
        page=section.page,
        text=intake(section.text).text,
    )


def _beginning(rows: Sequence[Passage]) -> str:
    return " ".join(row.text for row in rows[: TOLD_BY // 500])[:TOLD_BY]


def _with_vectors(part: Part, entries: Sequence[Entry], embedder: Embedder | None) -> Part:
    """Without an embedding the words have to do."""
    if embedder is None:
        return part
    try:
        rows = embedder.embed([entry.meaning for entry in entries])
    except NoEmbedding:
        return part
    return part.with_vectors(rows, embedder=embedder.name)


@transaction.atomic
def _keep(document: Document, made: _Made, *, at: datetime) -> bool:
    moved = _move(
        document,
        State.READ,
        at=at,
        title=(made.reading.title or document.name)[:LONGEST_TITLE],
        pages=made.reading.pages,
        warnings=[[one.left.value, one.values] for one in made.reading.warnings],
        language=made.part.language,
        **_looked_through(document, made.rows),
    )
    if not moved:
        return False
    Passage.objects.filter(document=document).delete()
    Passage.objects.bulk_create(made.rows, batch_size=AT_ONCE)
    KeptPart.objects.update_or_create(
        document=document,
        defaults={"embedder": made.part.embedder, "packed": made.part.packed(), "made_at": at},
    )
    note_documents([document], "document_read", by=None, at=at, passages=len(made.rows))
    return True


def _looked_through(document: Document, rows: Sequence[Passage]) -> dict[str, object]:
    """What was found; a class that somebody lowered is given back where there is more now."""
    found = kinds_of(row.text for row in rows)
    told: dict[str, object] = {"found": sorted(found)}
    if document.data_class and not found <= found_in(document) and is_lowered(document):
        told |= {"data_class": "", "class_why": ""}
    return told


@transaction.atomic
def _give_up(document: Document, why: UnreadableDocument, *, at: datetime) -> None:
    """Say why, and answer from what was read of an older version no more."""
    told = {"trouble": why.trouble.value, "trouble_facts": why.values}
    if _move(document, State.UNREADABLE, at=at, **told):
        Passage.objects.filter(document=document).delete()
        KeptPart.objects.filter(document=document).delete()
        note_documents([document], "document_unreadable", by=None, at=at)


def _move(document: Document, state: State, *, at: datetime, **changes: object) -> bool:
    """Whether it still waited with the same content."""
    waiting = Document.objects.filter(pk=document.pk, digest=document.digest, state=State.WAITING)
    return bool(waiting.update(state=state, read_at=at, **changes))
