"""What people made of it that a task was divided anew after its initiative was accepted."""

from django.db import models
from django.db.models import F, Q

from samspil.core.allocation.divisions import Division
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.pipeline.models.initiatives import Initiative
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Adjustment(TenantModel):
    """That somebody took over how the task of an initiative is divided now, or left the plan so.

    `took` is False where it was left as it stood, and then `why` says why. `division` is that of
    the task then, `was` that by which the initiative had been laid down (empty: not known). `pilot`
    and `scale` are what was laid down before, `way` how the process was shared before, all as
    `Arrangement`s are kept; `way` is empty where the process stayed as it was. Nothing changes of
    it but `withdrawn_at`, when it was undone. Names colleagues only; kept as long as the process.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="adjustments", db_index=False
    )
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    took = models.BooleanField()
    division = models.CharField(max_length=15, choices=choices(Division))
    was = models.CharField(max_length=15, choices=choices(Division), blank=True)
    why = models.CharField(max_length=1000, blank=True, default="")
    pilot = models.JSONField(default=dict)
    scale = models.JSONField(default=dict)
    way = models.JSONField(default=dict)
    withdrawn_at = models.DateTimeField(null=True)

    objects: TenantManager["Adjustment"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="adjustment_leaves_for_a_reason", condition=Q(took=True) | ~Q(why="")
            ),
        ]
        indexes = [
            models.Index("organisation", "initiative", F("id").desc(), name="adjustment_newest"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
