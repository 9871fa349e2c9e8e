"""Tell colleagues about cases, and note what they have seen."""

from collections.abc import Iterable
from datetime import datetime

from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows
from samspil.work.models import About, Case, Notice
from samspil.work.queries.retention import over_notices


def tell(colleagues: Iterable[int], case: Case, what: About, *, at: datetime) -> None:
    """Tell these colleagues (primary keys) about a case, also where they were told before."""
    Notice.objects.bulk_create(
        (Notice(colleague_id=one, case=case, what=what, at=at) for one in colleagues),
        update_conflicts=True,
        unique_fields=["case", "colleague", "what"],
        update_fields=["at", "seen_at"],
    )


def see_notices(*, by: Colleague, at: datetime, until: datetime) -> int:
    """Mark what one was told up to some time as seen; returns how much it was."""
    mine = Notice.objects.filter(colleague=by, seen_at__isnull=True, at__lte=until)
    return mine.update(seen_at=at)


def sweep_notices(*, at: datetime) -> int:
    """Delete what was seen long ago; returns how many."""
    return delete_rows(over_notices(reach_of(Category.NOTICES, at=at)))
