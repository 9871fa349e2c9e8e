"""The journal in words, a page or a step at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from samspil.core.roles import Action
from samspil.journal.models import Entry
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.trust.queries.finding import SYSTEM, Asked, chosen
from samspil.web.parts import Kind
from samspil.work.queries import seen_by, sight_of
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


def journal_page(asked: Asked, *, before: int | None, size: int = PAGE) -> JournalPage:
    """The newest entries before one."""
    rows = list(chosen(asked, before=before)[: size + 1])
    shown = rows[:size]
    further = shown[-1].sequence if len(rows) > size else None
    return JournalPage(lines=_in_words(shown), before=further)


def seen_of(lines: Sequence[Line], *, reader: Colleague) -> set[str]:
    """Of the cases that these are about, those that the reader may open."""
    if not may_do(reader, Action.SEE_CASES):
        return set()
    about = {line.entry.subject for line in lines if line.entry.subject_kind == "case"}
    if not sight_of(reader).hidden:
        return about
    found = seen_by(reader).filter(public_id__in=about)
    return {str(public_id) for public_id in found.values_list("public_id", flat=True)}


def actors() -> list[tuple[str, str]]:
    """Whoever may stand in the journal, with their names: people, AI, Samspil itself."""
    known = Colleague.objects.order_by("kind", "name", "pk").values_list("public_id", "name")
    return [*((str(public_id), name) for public_id, name in known), (SYSTEM, "Samspil")]


def _in_words(entries: Sequence[Entry]) -> list[Line]:
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
