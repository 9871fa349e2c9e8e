"""Delete reports on files that were brought in, once their time is over."""

from datetime import datetime

from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.inbox.queries.retention import over_imports, over_unstarted
from samspil.tenancy.actions import delete_rows


def sweep_imports(*, at: datetime) -> int:
    """Delete reports on files brought in long ago; returns how many."""
    return delete_rows(over_imports(reach_of(Category.IMPORTS, at=at)))


def sweep_unstarted(*, at: datetime) -> int:
    """Delete what is known of files that were only looked at; returns how many."""
    return delete_rows(over_unstarted(reach_of(Category.LOOKED_AT, at=at)))
