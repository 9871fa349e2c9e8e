"""The journal as people read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from samspil.journal.models import Entry
from samspil.journal.queries import newest
from samspil.web.parts import Kind
from samspil.work.queries.happened import KINDS, names_in, sentence, who

PAGE = 50
EXPORT_STEP = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry in words."""

    entry: Entry
    text: str
    by: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPage:
    """One page, newest first; `before` is where the next goes on, None at the first entry."""

    lines: list[Line]
    before: int | None


def journal_page(*, subject: str, event: str, before: int | None) -> JournalPage:
    """The newest entries before one, about one subject and of one event where these are given."""
    rows = list(_chosen(subject=subject, event=event, before=before)[: PAGE + 1])
    shown = rows[:PAGE]
    further = shown[-1].sequence if len(rows) > PAGE else None
    return JournalPage(lines=in_words(shown), before=further)


def in_words(entries: Sequence[Entry]) -> list[Line]:
    """The entries as sentences with names, in at most three statements."""
    known = names_in(entries)
    return [
        Line(
            entry=entry,
            text=sentence(entry, known),
            by=who(entry, known),
            kind=KINDS.get(entry.actor_kind, Kind.RULE),
        )
        for entry in entries
    ]


def export_step(*, subject: str, event: str, before: int | None) -> list[Line]:
    """The next thousand entries of an export, newest first; none when all are out."""
    return in_words(list(_chosen(subject=subject, event=event, before=before)[:EXPORT_STEP]))


def _chosen(*, subject: str, event: str, before: int | None) -> QuerySet[Entry]:
    entries = newest()
    if subject:
        entries = entries.filter(subject=subject)
    if event:
        entries = entries.filter(event=event)
    if before is not None:
        entries = entries.filter(sequence__lt=before)
    return entries
