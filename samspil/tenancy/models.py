"""The organisation, and the base of every row that belongs to one."""

import json
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

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


class ByKeys(models.Func):
    """Whether a row is this organisation's and has one of these primary keys.

    The sign before the organisation keeps SQLite, which has no statistics here, from an index that
    begins with it: to find three rows it would read all of the organisation's.
    """

    output_field = models.BooleanField()

    def __init__(self, organisation: int, keys: Collection[int]) -> None:
        super().__init__(models.F("organisation_id"), models.F("pk"))
        self.organisation, self.keys = organisation, list(keys)

    def as_sql(  # type: ignore[override]  # nobody gives it another function or template
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_more: Any
    ) -> tuple[str, tuple[Any, ...]]:
        """One question in the words of either database."""
        own, key = (compiler.compile(one)[0] for one in self.get_source_expressions())
        if connection.vendor == "sqlite":
            found = f"(+{own} = %s AND {key} IN (SELECT value FROM json_each(%s)))"  # noqa: S608 - of names of columns alone
            return found, (self.organisation, json.dumps(self.keys))
        return f"({own} = %s AND {key} = ANY(%s))", (self.organisation, self.keys)


class TenantManager(models.Manager[Row]):
    """Gives the current organisation's rows only; raises `NoOrganisation` where there is none."""

    def get_queryset(self) -> models.QuerySet[Row]:
        return super().get_queryset().filter(organisation_id=required_id())

    def among(self, keys: Collection[int]) -> models.QuerySet[Row]:
        """The current organisation's rows with these primary keys, however many, each by its key.

        For lists of keys rather than `pk__in`, which SQLite answers by reading all rows.
        """
        every = super().get_queryset()
        return every.filter(ByKeys(required_id(), keys)) if keys else every.none()


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
