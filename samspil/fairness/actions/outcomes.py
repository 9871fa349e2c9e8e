"""Keep what came of decisions by group, and let it go again."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from samspil.core.anonymity import told
from samspil.core.fairness.group_report import rows_of
from samspil.core.fairness.group_table import BadGroups, Counted, told_groups
from samspil.core.retention.categories import Category
from samspil.fairness.access import check_may_try
from samspil.fairness.models import GroupOutcomes
from samspil.fairness.queries import UnfitGroups, over_outcomes
from samspil.governance.queries import reach_of
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows
from samspil.tenancy.queries import current


def keep_outcomes(name: str, counts: Counted, *, by: Colleague, at: datetime) -> GroupOutcomes:
    """Work out what counts by group show, and keep it without the small groups.

    Takes up to some seconds, outside any transaction. Raises `UnfitGroups` where fewer than two
    groups can be told.
    """
    check_may_try(by)
    try:
        groups = told_groups(counts)
    except BadGroups as why:
        raise UnfitGroups.since(why) from None
    rows = [asdict(one) for one in rows_of(groups)]
    with transaction.atomic():
        kept = GroupOutcomes.objects.create(
            name=name,
            groups=[
                {"name": one, "hits": share.hits, "n": share.n} for one, share in groups.items()
            ],
            rows=rows,
            unknown=told(counts.unknown),
            by=by,
            at=at,
        )
        _note("outcomes_kept", kept, by=by, at=at, groups=len(groups))
    return kept


@transaction.atomic
def remove_outcomes(kept: GroupOutcomes, *, by: Colleague, at: datetime) -> None:
    """Delete what was kept."""
    check_may_try(by)
    _note("outcomes_removed", kept, by=by, at=at)
    kept.delete()


def sweep_outcomes(*, at: datetime) -> int:
    """Delete what was kept for long enough; returns how many."""
    return delete_rows(over_outcomes(reach_of(Category.OUTCOMES, at=at)))


def _note(event: str, kept: GroupOutcomes, *, by: Colleague, at: datetime, **facts: object) -> None:
    note(
        event, "organisation", current().public_id, by=by, at=at,
        outcomes=str(kept.public_id), **facts,
    )  # fmt: skip
