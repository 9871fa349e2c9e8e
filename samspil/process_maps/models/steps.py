"""Steps of a map and the ways between them."""

from django.db import models
from django.db.models import F, Q

from samspil.audit.models import Task
from samspil.core.audit import Per
from samspil.core.ids import new_id
from samspil.core.organisation_models.contract import Route
from samspil.core.process_maps.faults import LONGEST_NAME, LONGEST_OWNER
from samspil.eventlogs.models import EventLog
from samspil.people.models import Colleague, Team
from samspil.process_maps.models.maps import ProcessMap, one_owner
from samspil.tenancy.models import TenantManager, TenantModel, choices
from samspil.work.models import Process


def _share(name: str) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0, f"{name}__lte": 1})


class Step(TenantModel):
    """A step of a map, with what is guessed for one case, as `core.process_maps.saying.Said`.

    `place` is its turn on the map, from 0. It may be the same thing as a live `process` or one of
    its topics, a `task` of the matrix, or an `activity` of a `log`: what is measured there counts
    before what is guessed here. Saying it otherwise raises `version`, and keeps in `was` what was
    said before. `origin` is the step it was copied from, where the map is a plan. One that is
    `removed_at` some time is left out of the map and can be put back.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    map = models.ForeignKey(
        ProcessMap, on_delete=models.CASCADE, related_name="steps", db_index=False
    )
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=LONGEST_NAME)
    team = models.ForeignKey(Team, null=True, on_delete=models.SET_NULL, related_name="+")
    person = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=LONGEST_OWNER, blank=True, default="")
    minutes = models.FloatField(null=True)
    waiting = models.FloatField(null=True)
    errors = models.FloatField(null=True)
    ai_share = models.FloatField(null=True)
    begins = models.FloatField(null=True)
    times = models.FloatField(null=True)
    per = models.CharField(max_length=7, choices=choices(Per), default=Per.MONTH)
    route = models.CharField(max_length=8, choices=choices(Route), blank=True, default="")
    process = models.ForeignKey(Process, null=True, on_delete=models.SET_NULL, related_name="+")
    topic = models.CharField(max_length=80, blank=True, default="")
    task = models.ForeignKey(Task, null=True, on_delete=models.SET_NULL, related_name="+")
    log = models.ForeignKey(EventLog, null=True, on_delete=models.SET_NULL, related_name="+")
    activity = models.CharField(max_length=200, blank=True, default="")
    origin = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    was = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Step"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            one_owner("map_step_has_one_owner"),
            models.CheckConstraint(
                name="map_step_takes_no_less_than_nothing",
                condition=(Q(minutes__isnull=True) | Q(minutes__gte=0))
                & (Q(waiting__isnull=True) | Q(waiting__gte=0))
                & (Q(times__isnull=True) | Q(times__gte=0)),
            ),
            models.CheckConstraint(
                name="map_step_has_shares_of_one",
                condition=_share("errors") & _share("ai_share") & _share("begins"),
            ),
        ]
        indexes = [models.Index("map", F("place"), name="map_step_in_order")]

    def __str__(self) -> str:
        return self.name


class Connection(TenantModel):
    """A way from one step to another, or to itself, by `share` (0 to 1) of what leaves the first.

    None as `share`: nobody said, so it is what the others leave, in equal parts. One that is
    `removed_at` some time is not there and can come back.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    map = models.ForeignKey(ProcessMap, on_delete=models.CASCADE, related_name="connections")
    source = models.ForeignKey(
        Step, on_delete=models.CASCADE, related_name="ways_out", db_index=False
    )
    target = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="ways_in")
    share = models.FloatField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Connection"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="map_steps_joined_once"),
            models.CheckConstraint(name="connection_has_a_share_of_one", condition=_share("share")),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} to {self.target_id}"
