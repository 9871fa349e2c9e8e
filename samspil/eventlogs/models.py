"""Event logs: what was brought in, how far it is read, what it showed, which steps are live."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Process


class State(models.TextChoices):
    """A log waits for somebody to say what its columns hold, is read, was read, or could not be."""

    WAITING = "waiting"
    READING = "reading"
    MADE = "made"
    FAILED = "failed"


class EventLog(TenantModel):
    """A log that was brought in, and the facts that are kept of it.

    Purpose: to see how a process runs before saying who does what in it. Its events, which may name
    people, are kept only until they are read: the file lies encrypted under `digest`, and `preview`
    holds its first rows; both are empty afterwards, or a day later where nobody said what to read.
    `facts` (`core.eventlogs.facts.packed`) are counts and times of steps. They name no case and
    nobody, and are kept two years by default. `share` of the file is read, 0 to 1. `trouble` is a
    `Problem`, filled by `trouble_facts`. `choices` say how it is read.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    preview = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    share = models.FloatField(default=0.0)
    trouble = models.CharField(max_length=20, blank=True)
    trouble_facts = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    brought_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    brought_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["EventLog"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="event_log_failed_says_why", condition=~Q(state="failed") | ~Q(trouble="")
            ),
            models.CheckConstraint(
                name="event_log_share_is_a_share", condition=Q(share__gte=0) & Q(share__lte=1)
            ),
            models.CheckConstraint(
                name="event_log_read_keeps_no_events",
                condition=~Q(state__in=("made", "failed")) | Q(digest=""),
            ),
        ]
        indexes = [models.Index("organisation", F("id").desc(), name="event_log_newest")]

    def __str__(self) -> str:
        return self.name


class StepLink(TenantModel):
    """That a step of a log is work that a live process does; goes with either of them.

    It names colleagues only, as who said so.
    """

    log = models.ForeignKey(EventLog, on_delete=models.CASCADE, related_name="links")
    step = models.CharField(max_length=200)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["StepLink"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["log", "step"], name="step_linked_once_a_log")
        ]

    def __str__(self) -> str:
        return self.step
