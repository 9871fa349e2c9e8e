"""Maps of processes."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.process_maps.faults import LONGEST_NAME, LONGEST_OWNER
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel


def one_owner(name: str) -> models.CheckConstraint:
    """A team has it, or a person, or a role in words, or nobody."""
    return models.CheckConstraint(
        name=name,
        condition=Q(team__isnull=True, person__isnull=True)
        | Q(role="", person__isnull=True)
        | Q(role="", team__isnull=True),
    )


class ProcessMap(TenantModel):
    """How a process runs, step by step; or, where it is the `plan_of` another, how it shall run.

    Its owner is a team, a person or a role in words. Saying name or owner otherwise raises
    `version`, and keeps in `was` what was said before. `joined` activities of its log stand
    together as one step, 0 for none. It is about work, and names a person only as who answers for
    it. Stays until the organisation goes.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=LONGEST_NAME)
    team = models.ForeignKey(Team, null=True, on_delete=models.SET_NULL, related_name="+")
    person = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=LONGEST_OWNER, blank=True, default="")
    plan_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="plans")
    joined = models.PositiveIntegerField(default=0)
    was = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["ProcessMap"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [one_owner("process_map_has_one_owner")]
        indexes = [models.Index("organisation", F("id").desc(), name="process_map_newest")]

    def __str__(self) -> str:
        return self.name
