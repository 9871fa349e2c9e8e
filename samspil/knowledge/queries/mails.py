"""Mails among the documents: whose they are, and which were erased."""

import hmac
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.db.models import QuerySet

from samspil.adapters.incoming_mail.parties import parties_of
from samspil.core.retention.holds import same_person
from samspil.knowledge.models import Document, ErasedMail, MailParty, Passage
from samspil.knowledge.queries.files import store
from samspil.tenancy.queries import current

ENDING = ".eml"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMail:
    """A mail of somebody's: whether they `sent` it, its subject, and what was read of it."""

    name: str
    subject: str
    sent: bool
    text: str


def is_mail(name: str) -> bool:
    """Whether a document of this name is a mail."""
    return name.casefold().endswith(ENDING)


def as_kept(address: str) -> str:
    """An address as it is kept and looked for: capitals make no difference, all else does."""
    return same_person(address.encode("utf-8", "replace").decode())


def mails_of(address: str) -> QuerySet[Document]:
    """The mails that came from an address or went to it, whoever else they went to."""
    theirs = MailParty.objects.filter(address=as_kept(address))
    return Document.objects.filter(pk__in=theirs.values("document"))


def held_mails(address: str) -> list[HeldMail]:
    """The same, with their words, in the order in which they came. Three statements."""
    documents = list(mails_of(address).order_by("pk"))
    ids = [one.pk for one in documents]
    theirs = MailParty.objects.filter(document__in=ids, address=as_kept(address))
    sent = dict(theirs.values_list("document", "sent"))
    said: dict[int, list[str]] = defaultdict(list)
    read = Passage.objects.filter(document__in=ids).order_by("document", "number")
    for document, text in read.values_list("document", "text"):
        said[document].append(text)
    return [
        HeldMail(name=one.name, subject=one.title, sent=sent[one.pk], text="\n".join(said[one.pk]))
        for one in documents
    ]


def mail_addresses() -> list[str]:
    """Every address that any mail came from or went to."""
    return list(MailParty.objects.order_by().values_list("address", flat=True).distinct())


def was_erased(content: bytes) -> bool:
    """Whether this mail was erased since a person asked, however it comes in again."""
    return ErasedMail.objects.filter(mark__in=marks_of(content)).exists()


def marks_of(content: bytes) -> list[str]:
    """What a mail is known by: its bytes; and its Message-ID with its sender, where it has both.

    The number alone may be that of many mails: some programs give all the same.
    """
    found = parties_of(content)
    marks = [store().digest_of(content)]
    if found.number and found.senders:
        told = f"mail {current().public_id}\n{found.number}\n{as_kept(found.senders[0])}"
        told_bytes = told.encode("utf-8", "replace")
        marks.append(hmac.new(settings.FILES_KEY, told_bytes, sha256).hexdigest())
    return marks
