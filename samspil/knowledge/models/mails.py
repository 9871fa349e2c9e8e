"""Mails among the documents: whom they came from and went to, and which were erased."""

from django.db import models

from samspil.knowledge.models.documents import Document
from samspil.tenancy.models import TenantManager, TenantModel

LONGEST = 320


class MailParty(TenantModel):
    """An address that a mail came from (`sent`) or went to.

    Personal data: the `address`, in small letters. Purpose: to find a person's mails when they ask
    for them or to be erased. Goes with its document.
    """

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="parties", db_index=False
    )
    address = models.CharField(max_length=LONGEST)
    sent = models.BooleanField()

    objects: TenantManager["MailParty"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["document", "address"], name="mail_party_once_a_mail"),
        ]
        indexes = [models.Index(fields=["organisation", "address"], name="mail_party_by_address")]

    def __str__(self) -> str:
        return f"of document {self.document_id}"


class ErasedMail(TenantModel):
    """That a mail was erased since a person asked; by its mark nobody can tell which or whose.

    Purpose: that it does not come in again while it lies in the mailbox. Kept for five years by
    default. `mark` is a keyed digest of its bytes, or of its Message-ID with its sender.
    """

    mark = models.CharField(max_length=64)
    erased_at = models.DateTimeField()

    objects: TenantManager["ErasedMail"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "mark"], name="erased_mail_mark_once"),
        ]
        indexes = [models.Index(fields=["organisation", "erased_at"], name="erased_mail_by_time")]

    def __str__(self) -> str:
        return self.mark[:12]
