"""Budgets of a first year, their lines, and what was spent."""

from django.db import models
from django.db.models import F, Q

from samspil.core.ids import new_id
from samspil.core.scenarios.budget import Kind
from samspil.people.models import Colleague
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Budget(TenantModel):
    """What a first year with AI may cost, from `first_month` on, for so many `people`.

    All its money is in `currency` (ISO 4217), an hour being worth `hour_cost`. Hours saved a month
    that nobody typed come from the tasks that are to be started. It works after so many months.
    Draws come from `seed`. Names nobody; stays until the organisation goes.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=120)
    currency = models.CharField(max_length=3)
    hour_cost = models.DecimalField(max_digits=10, decimal_places=2)
    first_month = models.DateField()
    people = models.PositiveIntegerField()
    hours_low = models.FloatField(null=True)
    hours_likely = models.FloatField(null=True)
    hours_high = models.FloatField(null=True)
    months_low = models.FloatField()
    months_likely = models.FloatField()
    months_high = models.FloatField()
    seed = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["Budget"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="budget_is_for_people_whose_hours_are_worth_something",
                condition=Q(hour_cost__gt=0, people__gt=0),
            ),
            models.CheckConstraint(
                name="budget_hours_go_upwards",
                condition=Q(
                    hours_low__isnull=True, hours_likely__isnull=True, hours_high__isnull=True
                )
                | Q(
                    hours_low__isnull=False, hours_low__gte=0, hours_low__lte=F("hours_likely"),
                    hours_likely__isnull=False, hours_high__isnull=False,
                    hours_likely__lte=F("hours_high"),
                ),
            ),
            models.CheckConstraint(
                name="budget_months_go_upwards",
                condition=Q(
                    months_low__gte=0, months_low__lte=F("months_likely"),
                    months_likely__lte=F("months_high"), months_high__lte=60,
                ),
            ),
        ]  # fmt: skip
        indexes = [models.Index("organisation", F("id").desc(), name="budget_newest")]

    def __str__(self) -> str:
        return self.name


class BudgetLine(TenantModel):
    """Something the money goes to: for the whole year, from `low` to `high`.

    Training is planned in hours, all else in money. It is paid `once`, or month by month; of what
    is `done` nothing more comes. `version` rises with every change, of what was spent too.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=9, choices=choices(Kind))
    name = models.CharField(max_length=120)
    low = models.DecimalField(max_digits=14, decimal_places=2)
    likely = models.DecimalField(max_digits=14, decimal_places=2)
    high = models.DecimalField(max_digits=14, decimal_places=2)
    once = models.BooleanField(default=False)
    done = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True)

    objects: TenantManager["BudgetLine"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="budget_line_goes_upwards",
                condition=Q(low__gte=0, low__lte=F("likely"), likely__lte=F("high")),
            ),
            models.UniqueConstraint(
                fields=["budget", "name"], condition=Q(removed_at__isnull=True),
                name="budget_line_once_by_name",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Spending(TenantModel):
    """What a line cost in a month of its budget's year, 1 to 12. Names colleagues only."""

    line = models.ForeignKey(BudgetLine, on_delete=models.CASCADE, related_name="spending")
    month = models.PositiveSmallIntegerField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects: TenantManager["Spending"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["line", "month"], name="spending_once_a_month"),
            models.CheckConstraint(
                name="spending_is_of_a_month", condition=Q(month__range=(1, 12), amount__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} in month {self.month}"
