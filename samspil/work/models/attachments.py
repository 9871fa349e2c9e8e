"""Files that belong to cases."""

from django.db import models

from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.casework import Case, Message


class Attachment(TenantModel):
    """A file of a case; its bytes lie encrypted in the home, under `digest`.

    Personal data, kept to deal with the case and as long as the case is. AI does not read it.
    `size` is in bytes; `by` is None for files that came in with a message. An
    `inline` picture stood in the text of a mail.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="attachments", db_index=False
    )
    message = models.ForeignKey(Message, null=True, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    inline = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")

    objects: TenantManager["Attachment"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["case", "at"], name="attachment_of_case"),
            models.Index(fields=["organisation", "digest"], name="attachment_by_digest"),
        ]

    def __str__(self) -> str:
        return self.name


class Enclosure(TenantModel):
    """A file that goes along with the reply of one round of a case; `message` is that reply.

    Before the reply is sent `message` is None, and the file can still be left out. The customer's
    own files can go back to them too.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="enclosures", db_index=False
    )
    round = models.PositiveSmallIntegerField()
    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="enclosures")
    message = models.ForeignKey(
        Message, null=True, on_delete=models.CASCADE, related_name="enclosures"
    )

    objects: TenantManager["Enclosure"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["case", "round", "attachment"], name="file_enclosed_once_a_round"
            )
        ]

    def __str__(self) -> str:
        return f"{self.attachment_id} with {self.case_id}"
