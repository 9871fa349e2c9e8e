"""What work took before AI."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Process


class How(models.TextChoices):
    """How a baseline was measured."""

    CASES = "cases"
    BY_HAND = "by_hand"
    EVENT_LOG = "event_log"


class Baseline(TenantModel):
    """What cases of a process, or of one `topic` of it, took before AI; it never changes, and the
    newest counts.

    `minutes` is the median of one case, half of them took between `low` and `high`; the median lies
    between `sure_low` and `sure_high` with a certainty of 95 in 100 (None: not known). Of
    `looked_at` cases `errors` were wrong (None: nobody looked). Measured on days from `since` until
    `until`. Names only the colleague who recorded it; kept as long as the process, to show what AI
    changed.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    topic = models.CharField(max_length=80, blank=True, default="")
    how = models.CharField(max_length=9, choices=How.choices)
    note = models.CharField(max_length=1000, blank=True, default="")
    cases = models.PositiveIntegerField()
    minutes = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    sure_low = models.FloatField(null=True)
    sure_high = models.FloatField(null=True)
    errors = models.PositiveIntegerField(null=True)
    looked_at = models.PositiveIntegerField(null=True)
    since = models.DateField()
    until = models.DateField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Baseline"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="baseline_is_of_cases", condition=Q(cases__gt=0)),
            models.CheckConstraint(
                name="baseline_minutes_are_in_their_range",
                condition=Q(low__gte=0) & Q(low__lte=F("minutes")) & Q(minutes__lte=F("high")),
            ),
            models.CheckConstraint(
                name="baseline_errors_are_of_what_was_looked_at",
                condition=Q(errors__isnull=True, looked_at__isnull=True)
                | Q(errors__lte=F("looked_at")),
            ),
            models.CheckConstraint(
                name="baseline_ends_after_it_began", condition=Q(since__lte=F("until"))
            ),
        ]
        indexes = [
            models.Index("organisation", "process", F("id").desc(), name="baseline_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes:g} minutes"
