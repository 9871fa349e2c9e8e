"""Keep whom mails came from and went to, and erase a person's."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from samspil.adapters.files import DamagedFile
from samspil.adapters.incoming_mail.parties import parties_of
from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.models import Document, ErasedMail, MailParty
from samspil.knowledge.models.mails import LONGEST
from samspil.knowledge.queries.files import store
from samspil.knowledge.queries.mails import ENDING, as_kept, is_mail, mails_of, marks_of
from samspil.knowledge.queries.retention import over_erased_mails
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows

PARTIES = "knowledge.note_parties"
AT_ONCE = 200


@transaction.atomic
def note_parties(brought: Iterable[tuple[Document, bytes]]) -> None:
    """Keep whom the mails among these came from and went to, in place of what was kept."""
    mails = [(document, content) for document, content in brought if is_mail(document.name)]
    ids = [document.pk for document, _content in mails]
    MailParty.objects.filter(document__in=ids).delete()
    Document.objects.filter(pk__in=ids).update(parties_noted=True)
    rows = (row for document, content in mails for row in _rows(document, content))
    MailParty.objects.bulk_create(rows, batch_size=AT_ONCE)


def note_missing_parties() -> int:
    """The same for mails that came before it was kept; returns how many. Slow."""
    missing = Document.objects.filter(name__iendswith=ENDING, parties_noted=False)
    noted = 0
    for document in list(missing.order_by("pk")):
        try:
            content = store().get(document.digest)
        except DamagedFile:
            continue
        note_parties([(document, content)])
        noted += 1
    return noted


def forget_mails(address: str, *, by: Colleague | None, at: datetime) -> int:
    """Delete every mail that came from an address or went to it, with all that was read of it.

    Whoever else it went to has it no more, either. Returns how many. A mark of each stays, by which
    it is not taken in again. Safe to run again after it died. The caller asks whether `by` may.
    """
    many = 0
    while some := list(mails_of(address).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        files = _forget(some, by=by, at=at)
        for digest in files - set(_used(files)):
            store().drop(digest)
        many += len(some)
    return many


def sweep_erased_mails(*, at: datetime) -> int:
    """Forget marks of mails that were erased long ago; returns how many."""
    return delete_rows(over_erased_mails(reach_of(Category.MAIL_MARKS, at=at)))


@transaction.atomic
def _forget(ids: list[int], *, by: Colleague | None, at: datetime) -> set[str]:
    """Returns the digests of their files."""
    found = list(Document.objects.select_for_update(of=("self",)).filter(pk__in=ids))
    marks = sorted({mark for one in found for mark in _marks(one)})
    ErasedMail.objects.bulk_create(
        [ErasedMail(mark=mark, erased_at=at) for mark in marks], ignore_conflicts=True
    )
    note_documents(found, "document_erased", by=by, at=at)
    Document.objects.filter(pk__in=ids).delete()
    return {one.digest for one in found}


def _marks(document: Document) -> list[str]:
    try:
        return marks_of(store().get(document.digest))
    except DamagedFile:
        return [document.digest]


def _used(digests: set[str]) -> Iterable[str]:
    return Document.objects.filter(digest__in=digests).values_list("digest", flat=True)


def _rows(document: Document, content: bytes) -> list[MailParty]:
    found = parties_of(content)
    senders = {as_kept(one) for one in found.senders}
    every = senders | {as_kept(one) for one in found.recipients}
    return [
        MailParty(document=document, address=one, sent=one in senders)
        for one in sorted(every)
        if one and len(one) <= LONGEST
    ]
