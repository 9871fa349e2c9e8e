"""How long data is kept here, what is held longer, and what was deleted."""

from django.db import models
from django.db.models import Q

from samspil.core.ids import new_id
from samspil.core.retention.categories import Category
from samspil.core.retention.holds import HoldOn
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Period(TenantModel):
    """How many days a kind of data is kept here, where the organisation has said so itself.

    `why` is its reason. Names who said so, as the journal does; kept as long as it holds.
    """

    category = models.CharField(max_length=10, choices=choices(Category))
    days = models.PositiveIntegerField()
    why = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Period"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "category"], name="period_once"),
            models.CheckConstraint(name="period_has_days", condition=Q(days__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.category}: {self.days} days"


class Agreement(TenantModel):
    """That somebody looked at how much of a kind of data is due and let its deletion begin.

    `due` is how many rows they saw. Names who did, as the journal does; kept for good, so that
    nothing begins or ends by itself.
    """

    category = models.CharField(max_length=10, choices=choices(Category))
    due = models.PositiveIntegerField()
    by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    objects: TenantManager["Agreement"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "category"], name="agreement_once")
        ]

    def __str__(self) -> str:
        return self.category


class Hold(TenantModel):
    """Something is not deleted until whoever holds it lets go: nothing sweeps, empties, erases it.

    `value` is the address of a person, the id of a case or a process, or a category. On `review_on`
    somebody looks whether it is still needed; it never ends by itself.

    Personal data: the address, and what `why` says. Purpose: to keep what a dispute or a check
    needs, and to show why. Kept for two years after it ended.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    on = models.CharField(max_length=8, choices=choices(HoldOn))
    value = models.CharField(max_length=254)
    why = models.CharField(max_length=500)
    review_on = models.DateField()
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    ended_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=500, blank=True)

    objects: TenantManager["Hold"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="hold_has_a_reason", condition=~Q(why="") & ~Q(value="")),
            models.CheckConstraint(
                name="hold_ends_by_somebody_with_a_reason",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ended_why="")
                | Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_why=""),
            ),
            models.UniqueConstraint(
                fields=["organisation", "on", "value"],
                condition=Q(ended_at__isnull=True),
                name="hold_once_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "ended_at"], name="hold_by_end")]

    def __str__(self) -> str:
        return f"{self.on} {self.public_id}"


class PurgeReport(TenantModel):
    """How many rows of each category were deleted or emptied on a day; counts only.

    `ended_at` is None while it goes on, or where it was broken off. `failed` names the categories
    that something went wrong with, so that they are tried again the next night.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    day = models.DateField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)
    failed = models.JSONField(default=list)

    objects: TenantManager["PurgeReport"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "day"], name="purge_report_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day}: {sum(self.counts.values())}"
