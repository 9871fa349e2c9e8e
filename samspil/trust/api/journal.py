"""The journal by program."""

from datetime import date, datetime

from ninja import Field, Query, Router, Schema

from samspil.core.roles import Action
from samspil.journal.queries import verify
from samspil.people.queries import WorkRequest, check_may
from samspil.trust.queries import Asked, Line, journal_page

router = Router(tags=["journal"])
MOST = 500


class VerdictOut(Schema):
    """What the check found; `broken_at` is the first wrong entry, null where all is well."""

    whole: bool
    entries: int
    broken_at: int | None
    why: str


class EntryOut(Schema):
    """One entry; `facts` is JSON as it was sealed."""

    sequence: int
    at: datetime
    event: str
    sentence: str
    actor_kind: str
    actor: str
    name: str
    subject_kind: str
    subject: str
    facts: str
    seal: str


class EntriesOut(Schema):
    """Newest first; give `next` as `before` for those that follow, null where none do."""

    entries: list[EntryOut]
    next: int | None


class Wanted(Schema):
    """What narrows the journal; days are in the organisation's zone, both included."""

    q: str = Field("", max_length=200)
    event: str = ""
    by: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = Field(None, ge=1, le=2**62)
    size: int = Field(100, ge=1, le=MOST)


@router.get("/journal", response=EntriesOut, summary="Read the journal")
def read_journal(request: WorkRequest, query: Query[Wanted]) -> EntriesOut:
    """What happened, newest first."""
    check_may(request.colleague, Action.SEE_JOURNAL)
    asked = Asked(
        words=query.q,
        event=query.event,
        by=query.by,
        subject=query.subject,
        since=query.since,
        until=query.until,
    )
    page = journal_page(asked, before=query.before, size=query.size)
    return EntriesOut(entries=[_entry(line) for line in page.lines], next=page.before)


@router.get("/journal/verify", response=VerdictOut, summary="Check the journal")
def verify_journal(request: WorkRequest) -> VerdictOut:
    """Has anybody changed what was written down?"""
    check_may(request.colleague, Action.SEE_JOURNAL)
    found = verify()
    return VerdictOut(
        whole=found.whole, entries=found.entries, broken_at=found.broken_at, why=found.why
    )


def _entry(line: Line) -> EntryOut:
    entry = line.entry
    return EntryOut(
        sequence=entry.sequence,
        at=entry.at,
        event=entry.event,
        sentence=line.text,
        actor_kind=entry.actor_kind,
        actor=entry.actor,
        name=line.by,
        subject_kind=entry.subject_kind,
        subject=entry.subject,
        facts=entry.facts,
        seal=entry.seal,
    )
