"""How colleagues list cases: what they narrow the list to, and which columns they look at."""

from django.db import models
from django.db.models import Q

from samspil.core.ids import new_id
from samspil.people.models import Colleague, Team
from samspil.tenancy.models import TenantManager, TenantModel


class SavedFilter(TenantModel):
    """A way to narrow the queue, under a name. `choices` holds what the address would say.

    It is its owner's; where `team` is given, everybody in that team sees it too. The owner's
    queue opens with the one that is `usual`. `place` orders the row. Kept until it is removed;
    for an hour after that, so that it can be had back.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    owner = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+", db_index=False)
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    choices = models.JSONField(default=dict)
    place = models.PositiveSmallIntegerField(default=0)
    usual = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["SavedFilter"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                condition=Q(removed_at__isnull=True),
                name="filter_name_once_per_owner",
            ),
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(usual=True, removed_at__isnull=True),
                name="filter_usual_once_per_owner",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TableChoice(TenantModel):
    """Which columns a colleague wants to see of all cases; kept until they choose anew."""

    owner = models.OneToOneField(Colleague, on_delete=models.CASCADE, related_name="+")
    columns = models.JSONField(default=list)

    objects: TenantManager["TableChoice"] = TenantManager()

    def __str__(self) -> str:
        return f"columns of {self.owner_id}"
