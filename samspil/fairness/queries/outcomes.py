"""Outcomes of decisions by group, as they were kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Self
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext

from samspil.adapters.tables import UnreadableTable, read_table
from samspil.core.fairness.group_report import Row
from samspil.core.fairness.group_table import BadGroups, Counted, counted
from samspil.core.retention.periods import Reach
from samspil.core.shares import Share
from samspil.fairness.models import GroupOutcomes

HEAD = ("group", "selected", "all")


class UnfitGroups(ValueError):
    """What was brought in cannot be counted; the message is fit to show to a person."""

    @classmethod
    def since(cls, why: BadGroups) -> Self:
        """The same in the reader's language."""
        return cls(gettext(why.words).format(**why.figures))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatCame:
    """Kept outcomes with their groups, and what two groups or a group and all others show."""

    kept: GroupOutcomes
    groups: Sequence[tuple[str, Share]]
    rows: Sequence[Row]


def outcomes() -> QuerySet[GroupOutcomes]:
    """All that are kept, newest first."""
    return GroupOutcomes.objects.select_related("by").order_by("-at", "-pk")


def outcomes_at(public_id: UUID) -> GroupOutcomes:
    """Those of this address; raises `GroupOutcomes.DoesNotExist`."""
    return outcomes().get(public_id=public_id)


def what_came(kept: GroupOutcomes) -> WhatCame:
    """What they show, from the figures that were kept."""
    return WhatCame(
        kept=kept,
        groups=[(one["name"], Share(hits=one["hits"], n=one["n"])) for one in kept.groups],
        rows=[Row(**one) for one in kept.rows],
    )


def read_groups(stream: BinaryIO) -> Counted:
    """A file as counts; of single decisions nothing is left. Raises `UnfitGroups`."""
    try:
        return _counted(read_table(stream))
    except UnreadableTable as why:
        raise UnfitGroups(str(why)) from None


def typed_groups(rows: Iterable[tuple[str, int, int]]) -> Counted:
    """The same of groups, each with how many were selected, and of how many."""
    return _counted([HEAD, *((name, str(hits), str(n)) for name, hits, n in rows)])


def over_outcomes(reach: Reach) -> QuerySet[GroupOutcomes]:
    """Those kept for long enough."""
    return GroupOutcomes.objects.filter(at__lt=reach.before)


def _counted(table: Iterable[Sequence[str]]) -> Counted:
    try:
        return counted(table)
    except BadGroups as why:
        raise UnfitGroups.since(why) from None
