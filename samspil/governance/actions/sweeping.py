"""Forget what language models were asked long ago."""

from datetime import datetime

from samspil.core.retention.categories import Category
from samspil.governance.queries.calls import over_calls
from samspil.governance.queries.retention import reach_of
from samspil.tenancy.actions import delete_rows


def sweep_calls(*, at: datetime) -> int:
    """Delete the lines about calls of long ago; returns how many."""
    return delete_rows(over_calls(reach_of(Category.CALLS, at=at)))
