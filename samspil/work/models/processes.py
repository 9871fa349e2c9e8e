"""Processes: their teams, topics and stops."""

from django.db import models
from django.db.models import Q

from samspil.core.floors import OF_TOPICS
from samspil.core.ids import new_id
from samspil.core.organisation_models import MODELS
from samspil.core.routing import Level
from samspil.core.skill import Senders
from samspil.people.models import Colleague, Team
from samspil.skills.registry import CUSTOMER_SERVICE, HR, IT
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Process(TenantModel):
    """A line of work. `least_confidence` (0 to 1) is what a guess needs to be offered at all.

    `starter` names the examples that AI knows before it is taught, empty for none. `senders` is
    settled when the process is made and never changes: nothing may be read of employees' feelings.
    `moved_topics` maps topics that are gone to those they are part of, empty for none. A `sample`
    is made up: nothing is learned from it, and it goes as a whole. `learns_by_itself`: AI learns
    anew once enough examples are new. A contested decision is made anew within `complaint_minutes`
    of working time. The cases of a `closed` one are its teams' alone to see.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=200)
    skill = models.CharField(max_length=40, default="triage")
    model_file = models.CharField(max_length=80, blank=True)
    senders = models.CharField(
        max_length=9, choices=choices(Senders), default=Senders.CUSTOMERS, editable=False
    )
    starter = models.CharField(max_length=20, blank=True, default=CUSTOMER_SERVICE)
    moved_topics = models.JSONField(default=dict)
    sample = models.BooleanField(default=False)
    learns_by_itself = models.BooleanField(default=True)
    closed = models.BooleanField(default=False)
    organisation_model = models.CharField(
        max_length=20, choices=[(name, name) for name in MODELS], default="collaborative"
    )
    least_confidence = models.FloatField(default=0.6)
    first_response_minutes = models.PositiveIntegerField(default=480)
    complaint_minutes = models.PositiveIntegerField(default=2400)
    created_at = models.DateTimeField()

    objects: TenantManager["Process"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="process_name_once"),
            models.CheckConstraint(
                name="process_least_confidence_is_a_share",
                condition=Q(least_confidence__gte=0) & Q(least_confidence__lte=1),
            ),
            models.CheckConstraint(
                name="process_of_hr_and_it_hears_employees",
                condition=~Q(starter__in=[HR, IT]) | Q(senders=Senders.EMPLOYEES),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ProcessTeam(TenantModel):
    """Which team takes a process's cases of one level."""

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="levels")
    level = models.CharField(max_length=1, choices=choices(Level))
    team = models.ForeignKey(Team, on_delete=models.PROTECT)

    objects: TenantManager["ProcessTeam"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["process", "level"], name="process_level_once")
        ]

    def __str__(self) -> str:
        return f"{self.process_id} level {self.level}"


class Topic(TenantModel):
    """One of the closed set of things a process's cases are about.

    `names` and `replies` map a language (da, de, en) to its name and its template of a reply.
    `floor` says why a person decides all its cases, whatever is proved; empty: nothing says so.
    """

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="topics")
    key = models.CharField(max_length=80)
    level = models.CharField(max_length=1, choices=choices(Level), default=Level.STANDARD)
    names = models.JSONField(default=dict)
    replies = models.JSONField(default=dict)
    floor = models.CharField(max_length=12, choices=choices(OF_TOPICS), blank=True, default="")

    objects: TenantManager["Topic"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["process", "key"], name="topic_key_once")]

    def __str__(self) -> str:
        return self.key


class Stop(TenantModel):
    """AI is stopped in a process, or everywhere where `process` is None, until it is lifted."""

    process = models.ForeignKey(Process, null=True, on_delete=models.CASCADE, related_name="stops")
    at = models.DateTimeField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=500, blank=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT, related_name="+")

    objects: TenantManager["Stop"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["process"],
                condition=Q(lifted_at__isnull=True, process__isnull=False),
                name="stop_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(lifted_at__isnull=True, process__isnull=True),
                name="stop_everywhere_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"stopped at {self.at}"
