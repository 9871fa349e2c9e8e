"""What trials with swapped words found."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models import Process


class Why(models.TextChoices):
    """Why a trial was made: a month had passed, AI is another one, or somebody asked."""

    MONTH = "month"
    VERSION = "version"
    ASKED = "asked"


class FairnessTrial(TenantModel):
    """One trial of a process's AI with swapped words; once written it never changes.

    `version` is the skill's own name for what was tried, and `learned` says what it was taught
    (`queries.learned_by`). `made_up` of the texts were ours; `real` ones were read from the
    process's cases, and nothing of them is kept but the counts. `counts` are `Tried` by kind,
    `examples` are some of our own pairs that got another answer. `beyond` names the kinds that
    went beyond the limit set beforehand. `seen_by` said that they have looked at it. Names
    colleagues only; kept as long as the process, to show that fairness is looked after.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    why = models.CharField(max_length=7, choices=Why.choices)
    version = models.CharField(max_length=80)
    learned = models.CharField(max_length=120)
    seed = models.PositiveIntegerField()
    made_up = models.PositiveIntegerField()
    real = models.PositiveIntegerField()
    counts = models.JSONField(default=list)
    examples = models.JSONField(default=list)
    beyond = models.JSONField(default=list)
    by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    seen_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    seen_at = models.DateTimeField(null=True)

    objects: TenantManager["FairnessTrial"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="fairness_trial_is_seen_by_somebody",
                condition=Q(seen_by__isnull=True, seen_at__isnull=True)
                | Q(seen_by__isnull=False, seen_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index("organisation", "process", F("id").desc(), name="fairness_trial_newest"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
