"""Tell colleagues about cases, and note what they have seen."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from samspil.people.models import Colleague
from samspil.work.models import About, Case, Notice

KEPT = timedelta(days=30)
"""How long a notice is kept after it was seen."""


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


def forget_notices(*, at: datetime) -> None:
    """Delete what was seen long ago."""
    Notice.objects.filter(seen_at__lt=at - KEPT).delete()
