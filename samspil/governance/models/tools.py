"""Tools with AI in them, approved or not."""

from django.db import models
from django.db.models import Q

from samspil.core.gateway.allowing import Place
from samspil.core.gateway.tools import BEST, WORST, Status
from samspil.core.ids import new_id
from samspil.governance.models.servers import ModelServer
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices

SCORES = ("privacy", "integration", "support")


def _points(name: str) -> Q:
    inside = {f"{name}__gte": WORST, f"{name}__lte": BEST}
    return Q(**{f"{name}__isnull": True}) | Q(**inside)


class Tool(TenantModel):
    """A tool with AI in it that is used, or that somebody would like to use.

    `server` is set where it is a language model that Samspil asks itself: then name, place and
    owner follow that one, and what may go there is its allow-list. Of others `allowed` holds the
    classes of data that people may put there. Points go from 1 to 5. `contract_until` and
    `valid_until` (of certificate or test) are last days, None without end. Holds nobody's data but
    who answers for it; kept as long as the organisation needs to show what it allowed.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=80)
    server = models.OneToOneField(
        ModelServer, null=True, on_delete=models.SET_NULL, related_name="tool"
    )
    owner = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=500, blank=True)
    place = models.CharField(max_length=10, choices=choices(Place))
    contract = models.CharField(max_length=500, blank=True)
    contract_until = models.DateField(null=True)
    tested = models.CharField(max_length=500, blank=True)
    valid_until = models.DateField(null=True)
    allowed = models.JSONField(default=list)
    privacy = models.PositiveSmallIntegerField(null=True)
    privacy_note = models.CharField(max_length=200, blank=True)
    integration = models.PositiveSmallIntegerField(null=True)
    integration_note = models.CharField(max_length=200, blank=True)
    support = models.PositiveSmallIntegerField(null=True)
    support_note = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=8, choices=choices(Status))
    why = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True)
    added_at = models.DateTimeField()

    objects: TenantManager["Tool"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="tool_name_once"),
            models.CheckConstraint(
                name="tool_points_are_one_to_five",
                condition=_points("privacy") & _points("integration") & _points("support"),
            ),
        ]

    def __str__(self) -> str:
        return self.name
