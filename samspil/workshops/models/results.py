"""What came of proposals: where people put them, and what landed."""

from django.db import models
from django.db.models import Q

from samspil.audit.models import Task
from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.pipeline.models import Initiative
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.workshops.models.saying import Proposal

LONGEST_WHY = 300


class PlaceMove(TenantModel):
    """That a facilitator put a proposal to another place for a reason; it holds unless undone."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="moves")
    to = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=LONGEST_WHY)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects: TenantManager["PlaceMove"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [models.CheckConstraint(name="place_move_has_a_reason", condition=~Q(why=""))]

    def __str__(self) -> str:
        return f"{self.proposal_id} to {self.to}"


class Landing(TenantModel):
    """That a proposal became a task on the company's list and an initiative on the board.

    `new_task` and `new_estimate` say what is taken back when it is undone: what was there before
    stays. `said` is what was written into the initiative, to tell whether anybody went on with it.
    """

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="landing")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    new_task = models.BooleanField()
    new_estimate = models.BooleanField()
    said = models.JSONField(default=dict)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Landing"] = TenantManager()

    def __str__(self) -> str:
        return f"of {self.proposal_id}"
