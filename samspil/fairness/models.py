"""What trials with swapped words found, and outcomes of decisions by group."""

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


class GroupOutcomes(TenantModel):
    """For how many of each group something came out; once written it never changes.

    Purpose: to see whether decisions differ by group. Whose group is which is nowhere kept: the
    company brought counts, or decisions that were counted at once. `groups` are those told, each of
    five decisions or more; `rows` are `group_report.Row`s as they were worked out then. `unknown`
    decisions named no group; None is "fewer than five". Kept two years by default.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=120)
    groups = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    unknown = models.PositiveIntegerField(null=True)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["GroupOutcomes"] = TenantManager()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index("organisation", F("at").desc(), name="group_outcomes_newest"),
        ]

    def __str__(self) -> str:
        return self.name
