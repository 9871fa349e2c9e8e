"""What colleagues put on cases for each other: tags, and notes that name somebody."""

from django.db import models

from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Case, Message


class Tag(TenantModel):
    """A word that an organisation's colleagues put on cases to find them together again."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=40)

    objects: TenantManager["Tag"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="tag_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class CaseTag(TenantModel):
    """A tag on a case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tags", db_index=False)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="cases", db_index=False)

    objects: TenantManager["CaseTag"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "tag"], name="case_wears_a_tag_once")
        ]
        indexes = [models.Index(fields=["tag", "case"], name="case_by_tag")]

    def __str__(self) -> str:
        return f"{self.tag_id} on {self.case_id}"


class Mention(TenantModel):
    """A note names a colleague, who is told until they have `seen_at` it.

    Personal data, so that colleagues reach each other about a case; kept as long as the note is.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    colleague = models.ForeignKey(
        Colleague, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="mentions")
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    objects: TenantManager["Mention"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["message", "colleague"], name="note_names_somebody_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "colleague", "-at"],
                condition=models.Q(seen_at__isnull=True),
                name="mention_unseen",
            )
        ]

    def __str__(self) -> str:
        return f"{self.colleague_id} in {self.message_id}"
