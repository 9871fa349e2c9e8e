"""Write down what happened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from samspil.core import chain
from samspil.journal.anchor import Anchor, drop_anchor
from samspil.journal.models import Entry, Head
from samspil.journal.sealing import seal_of
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import current

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something to write down: an event on a subject, with facts free of personal data.

    `actor` and `subject` are ids; `actor_kind` is person, ai or system.
    """

    event: str
    subject_kind: str
    subject: str
    actor: str
    actor_kind: str
    facts: dict[str, object] = field(default_factory=dict)


def record(happenings: Sequence[Happening], *, at: datetime) -> None:
    """Append these to the current organisation's journal, in order, all or none.

    Must run inside the transaction of what it tells about. The chain's end is locked once, so
    take it late and commit soon.
    """
    if not happenings:
        return
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("record belongs to an action's transaction")
    organisation = current()
    head = _locked_head()
    entries = _sealed(happenings, at=at.astimezone(UTC), head=head, organisation=organisation)
    Entry.objects.bulk_create(entries, batch_size=BATCH)
    last = entries[-1]
    Head.objects.filter(pk=head.pk).update(sequence=last.sequence, seal=last.seal)
    anchor = Anchor(sequence=last.sequence, seal=last.seal)
    _anchor_on_commit(organisation.public_id, anchor, follows=head.sequence)


@dataclass(slots=True, kw_only=True)
class _Drop:
    """Notes the chain's end once the transaction is committed."""

    organisation: UUID
    anchor: Anchor
    follows: int

    def __call__(self) -> None:
        drop_anchor(self.organisation, self.anchor, follows=self.follows)


def _anchor_on_commit(organisation: UUID, anchor: Anchor, *, follows: int) -> None:
    """Note the end once, however often a transaction records.

    Notes become one as soon as they share their fate: when they were left inside the same of those
    savepoints that are still open, so that whatever takes back the one takes back the other.
    """
    connection = transaction.get_connection()
    open_now = frozenset(connection.savepoint_ids)
    kept, by_fate = [], dict[frozenset[str], _Drop]()
    for hook in connection.run_on_commit:
        savepoints, waiting, _ = hook
        if isinstance(waiting, _Drop) and waiting.organisation == organisation:
            first = by_fate.setdefault(open_now & savepoints, waiting)
            first.anchor = waiting.anchor
            if first is not waiting:
                continue
        kept.append(hook)
    connection.run_on_commit = kept
    if open_now in by_fate:
        by_fate[open_now].anchor = anchor
    else:
        transaction.on_commit(_Drop(organisation=organisation, anchor=anchor, follows=follows))


def _locked_head() -> Head:
    head = Head.objects.select_for_update().first()
    if head is None:
        Head.objects.bulk_create([Head()], ignore_conflicts=True)
        head = Head.objects.select_for_update().get()
    return head


def _sealed(
    happenings: Sequence[Happening], *, at: datetime, head: Head, organisation: Organisation
) -> list[Entry]:
    key = chain.organisation_key(settings.JOURNAL_KEY, str(organisation.public_id))
    before, entries = head.seal, []
    for sequence, happening in enumerate(happenings, start=head.sequence + 1):
        entry = Entry(
            organisation=organisation,
            sequence=sequence,
            at=at,
            actor=happening.actor,
            actor_kind=happening.actor_kind,
            event=happening.event,
            subject_kind=happening.subject_kind,
            subject=happening.subject,
            facts=chain.canonical(happening.facts),
        )
        before = entry.seal = seal_of(entry, before=before, key=key)
        entries.append(entry)
    return entries
