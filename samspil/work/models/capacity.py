"""What an organisation says of a process's people and of what an error costs."""

from django.db import models
from django.db.models import Q

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.processes import Process


class Capacity(TenantModel):
    """The minutes that people have for a process's cases, and what an error costs there.

    `minutes_a_day` are those of all people together on a day that is open; None: they follow from
    teams and opening hours. `error_cost` is money in `currency` (ISO 4217), what one wrong case
    costs on average; None: nobody said. Purpose: to look ahead. It speaks of no single person.
    """

    process = models.OneToOneField(Process, on_delete=models.CASCADE, related_name="+")
    minutes_a_day = models.PositiveIntegerField(null=True)
    error_cost = models.DecimalField(null=True, max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, blank=True)

    objects: TenantManager["Capacity"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="capacity_cost_is_no_gain",
                condition=Q(error_cost__isnull=True) | Q(error_cost__gte=0),
            ),
            models.CheckConstraint(
                name="capacity_cost_has_a_currency",
                condition=Q(error_cost__isnull=True, currency="")
                | (Q(error_cost__isnull=False) & ~Q(currency="")),
            ),
        ]

    def __str__(self) -> str:
        return f"capacity of {self.process_id}"
