"""Read the journal, and check that nobody changed it."""

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import models

from samspil.core import chain
from samspil.journal.anchor import Anchor, DamagedAnchor, anchor_path, read_anchors
from samspil.journal.models import Entry, Head
from samspil.journal.sealing import Sealed, seal_of
from samspil.tenancy.queries import current

__all__ = ["Verdict", "about", "anchor_path", "end", "newest", "verify"]

STEP = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check found. `broken_at` is the first wrong sequence, None when all is well."""

    entries: int
    broken_at: int | None = None
    why: str = ""

    @property
    def whole(self) -> bool:
        """Whether the chain is as it was written."""
        return self.broken_at is None


def end() -> int:
    """The number of the newest entry; 0 before the first. It grows with everything that happens."""
    return Head.objects.values_list("sequence", flat=True).first() or 0


def newest() -> models.QuerySet[Entry]:
    """All entries, newest first."""
    return Entry.objects.order_by("-sequence")


def about(subject: str) -> models.QuerySet[Entry]:
    """All that happened to one subject, oldest first."""
    return Entry.objects.filter(subject=subject).order_by("sequence")


def verify(*, since: Anchor | None = None) -> Verdict:
    """Check the current organisation's whole chain against its key, its head and its anchor.

    Finds an entry that was altered, removed, put elsewhere, and a tail that was cut off.
    Reads in steps, so that entries written meanwhile neither disturb nor count. `since` is an entry
    up to which the chain was found whole before: then only what follows it is looked at.
    """
    organisation = current()
    try:
        anchors = read_anchors(organisation.public_id)
    except DamagedAnchor as why:
        return Verdict(entries=0, broken_at=0, why=str(why))
    head = Head.objects.first() or Head()
    begin = since or Anchor(sequence=0, seal=chain.START)
    key = chain.organisation_key(settings.JOURNAL_KEY, str(organisation.public_id))
    entries = _entries(after=begin.sequence, last=head.sequence)
    return _compare(entries, begin=begin, head=head, anchors=anchors, key=key)


def _compare(
    entries: Iterator[Sealed], *, begin: Anchor, head: Head, anchors: Sequence[Anchor], key: bytes
) -> Verdict:
    anchored = {anchor.sequence: anchor.seal for anchor in anchors}
    before, seen = begin.seal, begin.sequence
    for entry in entries:
        why = _fault(entry, expected=seen + 1, before=before, key=key)
        if not why and anchored.get(entry.sequence, entry.seal) != entry.seal:
            why = "The entry is not the one that was anchored outside the database."
        if why:
            return Verdict(entries=seen, broken_at=seen + 1, why=why)
        before, seen = entry.seal, entry.sequence
    if seen != head.sequence or before != head.seal:
        return Verdict(entries=seen, broken_at=seen + 1, why="The last entries are missing.")
    most = max(anchored, default=0)
    if most > seen:
        why = f"{most} entries were anchored outside the database, {seen} are left."
        return Verdict(entries=seen, broken_at=seen + 1, why=why)
    return Verdict(entries=seen)


def _fault(entry: Sealed, *, expected: int, before: str, key: bytes) -> str:
    if entry.sequence != expected:
        return f"Entry {expected} is missing."
    if not hmac.compare_digest(entry.seal, seal_of(entry, before=before, key=key)):
        return f"Entry {expected} was altered or does not belong here."
    return ""


def _entries(*, after: int, last: int) -> Iterator[Sealed]:
    """In their order, as bare rows: a model for each would take as long as checking it."""
    done = after
    while done < last:
        found = Entry.objects.filter(sequence__gt=done, sequence__lte=last).order_by("sequence")
        step = [Sealed._make(row) for row in found.values_list(*Sealed._fields)[:STEP]]
        yield from step
        if not step:
            return
        done = step[-1].sequence
