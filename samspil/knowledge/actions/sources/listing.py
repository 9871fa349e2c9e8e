"""Keep what a source holds: what is new or changed there waits to be read."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F

from samspil.core.knowledge.sources import Listed, SourceFailed
from samspil.knowledge.models import SourceItem, SourceRun

AT_ONCE = 500


def keep_list(run: SourceRun, listed: Iterable[Listed], *, at: datetime) -> None:
    """Write down what is there now. Where that cannot be told whole, the round says why, and what
    was told is read all the same."""
    said: dict[str, object] = {}
    some: list[Listed] = []
    try:
        for one in listed:
            some.append(one)
            if len(some) == AT_ONCE:
                _keep(run, some)
                some = []
    except SourceFailed as why:
        said = {"trouble": why.fault.mishap.value, "trouble_facts": dict(why.fault.values)}
    _keep(run, some)
    earlier = SourceItem.objects.filter(source=run.source, waits=True)
    earlier.exclude(listed_in=run).update(waits=False)
    SourceRun.objects.filter(pk=run.pk).update(listed_at=at, **said)


@transaction.atomic
def _keep(run: SourceRun, listed: list[Listed]) -> None:
    wanted = {one.place: one for one in listed}
    here = {
        item.place: item
        for item in SourceItem.objects.filter(source=run.source, place__in=list(wanted))
    }
    items = {place: SourceItem(source=run.source, place=place) for place in wanted} | here
    for place, one in wanted.items():
        item = items[place]
        item.waits = not item.mark or item.mark != one.mark
        item.listed_in, item.missing_since = run, None
    SourceItem.objects.bulk_create([item for place, item in items.items() if place not in here])
    SourceItem.objects.bulk_update(here.values(), ["waits", "listed_in", "missing_since"])
    still = sum(not item.waits for item in items.values())
    SourceRun.objects.filter(pk=run.pk).update(known=F("known") + still)
