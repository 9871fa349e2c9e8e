"""What somebody did to many cases at once, so that it can be told, watched and undone."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from samspil.core.bulk import BulkAction, LeftOut
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Case

DONE = "done"
UNDONE = "undone"


class Progress(models.TextChoices):
    """How far a batch is."""

    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"


class Batch(TenantModel):
    """One action on many cases. `parameters` holds ids and times only.

    Purpose: to name what was left out, and to undo the rest. It names who did it, as the journal
    does, and is deleted after 30 days by default.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    action = models.CharField(max_length=10, choices=[(one, one) for one in BulkAction])
    parameters = models.JSONField(default=dict)
    by = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField()
    size = models.PositiveIntegerField()
    progress = models.CharField(max_length=7, choices=Progress.choices, default=Progress.RUNNING)

    objects: TenantManager["Batch"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [models.Index(fields=["organisation", "at"], name="batch_by_age")]

    def __str__(self) -> str:
        return f"{self.action} on {self.size}"


class BatchCase(TenantModel):
    """What became of one case of a batch: "" (not yet), done, undone, or why it was left out.

    `before` is where it stood; `entry` is its last entry in the journal after it was moved, so
    that an undoing notices whatever happened since. `into` is what it is merged into.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="lines", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    outcome = models.CharField(
        max_length=14,
        blank=True,
        choices=[(one, one) for one in (DONE, UNDONE, *LeftOut)],
    )
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    entry = models.BigIntegerField(null=True)
    into = models.ForeignKey(
        Case, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )

    objects: TenantManager["BatchCase"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["batch", "case"], name="case_once_in_a_batch")
        ]
        indexes = [models.Index(fields=["batch", "outcome", "id"], name="batch_lines")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.outcome or 'not yet'}"
