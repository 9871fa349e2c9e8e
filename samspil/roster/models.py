"""What was moved from team to team, so that it can be undone."""

from django.db import models

from samspil.core.ids import new_id
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel


class Reassignment(TenantModel):
    """Waiting cases that went from one team to another. `cases` holds their primary keys.

    Purpose: to undo it. It names who did it, as the journal does, and is kept as long as that.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    origin = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    cases = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)

    objects: TenantManager["Reassignment"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="reassignment_goes_somewhere_else",
                condition=~models.Q(origin=models.F("target")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.origin_id} to {self.target_id}"
