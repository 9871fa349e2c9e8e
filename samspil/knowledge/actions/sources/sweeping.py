"""Forget rounds that are long over, and sources that were removed."""

from datetime import datetime

from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.knowledge.queries.retention import over_rounds, over_sources
from samspil.tenancy.actions import delete_rows


def sweep_sources(*, at: datetime) -> int:
    """Delete sources that were removed a day ago; returns how many."""
    return delete_rows(over_sources(reach_of(Category.REMOVED, at=at)))


def sweep_rounds(*, at: datetime) -> int:
    """Delete rounds that ended long ago; returns how many."""
    return delete_rows(over_rounds(reach_of(Category.ROUNDS, at=at)))
