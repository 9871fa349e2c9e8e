"""The organisation, and the base of every row that belongs to one."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from django.db import models

from samspil.core.ids import new_id
from samspil.tenancy.current import required_id

Row = TypeVar("Row", bound=models.Model, covariant=True)


def choices(values: Iterable[StrEnum]) -> list[tuple[str, str]]:
    """An enum's values, as a field lists them."""
    return [(value.value, value.value) for value in values]


class Organisation(models.Model):
    """A company. All times of its pages and deadlines are in its own zone."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.CharField(max_length=200)
    time_zone = models.CharField(max_length=64, default="Europe/Copenhagen")
    language = models.CharField(max_length=2, default="da")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class TenantManager(models.Manager[Row]):
    """Gives the current organisation's rows only; raises `NoOrganisation` where there is none."""

    def get_queryset(self) -> models.QuerySet[Row]:
        return super().get_queryset().filter(organisation_id=required_id())


class TenantModel(models.Model):
    """A row of one organisation, by default the current one.

    The organisation alone has no index: every query names it, so that SQLite would take such an
    index where a better one is at hand. Indexes for lists begin with it instead.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        default=required_id,
        related_name="+",
        db_index=False,
    )

    objects: models.Manager = TenantManager()  # type: ignore[type-arg]  # narrowed by each model

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"
