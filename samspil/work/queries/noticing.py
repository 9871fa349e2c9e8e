"""What colleagues have been told and have not seen yet."""

from collections.abc import Sequence

from django.db.models import QuerySet

from samspil.core.lifecycle import Stage
from samspil.people.models import Colleague
from samspil.work.models import Notice
from samspil.work.queries.sight import sight_of


def unseen(colleague: Colleague) -> QuerySet[Notice]:
    """What this colleague was told and has not seen, newest first; closed cases need nobody.

    Among it may be cases of a closed process that they may not see: `in_sight` tells these apart.
    """
    fresh = Notice.objects.filter(colleague=colleague, seen_at__isnull=True)
    return (
        fresh.exclude(case__stage=Stage.CLOSED)
        .select_related("case__process")
        .order_by("-at", "-pk")
    )


def in_sight(told: Sequence[Notice], *, reader: Colleague) -> list[tuple[Notice, bool]]:
    """Each notice, and whether the reader may see the case that it is about."""
    sight = sight_of(reader) if told else None
    return [(one, sight is not None and sight.covers(one.case)) for one in told]
