"""Where documents come from by themselves, and how looking there went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from samspil.knowledge.access import may_keep, sources_visible_to
from samspil.knowledge.models import Source, SourceItem, SourceRun, State
from samspil.knowledge.queries.wording import fault_of, trouble_of
from samspil.people.models import Colleague

MOST = 200
"""Sources in a list: there is one for each folder or site, not for each document."""
RUNS = 20
FAULTS = 100
LIVE = Q(items__document__isnull=False, items__document__removed_at__isnull=True)
UNREAD = ~Q(items__trouble="") | Q(
    items__document__state=State.UNREADABLE, items__document__removed_at__isnull=True
)
"""What could not be fetched, and what was and turned out to be unreadable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source with its latest round (None before the first) and what came of it.

    `documents` answer, `faults` could not be read, `missing` answer though they are not there any
    more. `trouble` says why the latest round did not come to its end.
    """

    source: Source
    run: SourceRun | None
    documents: int
    faults: int
    missing: int
    trouble: str

    @property
    def running(self) -> bool:
        """Whether somebody looks there now."""
        return self.run is not None and self.run.ended_at is None

    @property
    def waits(self) -> bool:
        """Whether what is missing waits for somebody to say whether it goes."""
        return bool(self.source.remove_missing and self.missing and not self.running)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStory:
    """A source, its latest rounds with what was wrong, and what in it could not be read."""

    row: SourceRow
    runs: Sequence[tuple[SourceRun, str]]
    faults: Sequence[tuple[SourceItem, str]]
    gone: int
    """Documents taken away that can still be brought back."""


def source_rows(reader: Colleague) -> list[SourceRow]:
    """The sources that a reader may see, by name. Two statements."""
    here = sources_visible_to(reader).filter(removed_at__isnull=True)
    return _rows(here.order_by("name")[:MOST])


def every_source() -> list[SourceRow]:
    """The current organisation's sources, by name: for commands only."""
    return _rows(Source.objects.filter(removed_at__isnull=True).order_by("name")[:MOST])


def troubled_sources(owner: Colleague) -> list[SourceRow]:
    """A person's own sources that did not come to their end, or where much is missing.

    Those whose owner left are everybody's who may keep documents.
    """
    if not may_keep(owner):
        return []
    theirs = Q(owner=owner) | Q(owner__left_at__isnull=False)
    here = sources_visible_to(owner).filter(theirs, removed_at__isnull=True, paused_at__isnull=True)
    rows = _rows(here.order_by("name")[:MOST])
    return [row for row in rows if not row.running and (row.trouble or row.waits)]


def source_at(public_id: UUID, *, reader: Colleague) -> Source:
    """The source at this address; raises `Source.DoesNotExist` also for what is not theirs."""
    here = sources_visible_to(reader).filter(removed_at__isnull=True)
    return here.select_related("owner", "team").get(public_id=public_id)


def removed_source_at(public_id: UUID, *, reader: Colleague) -> Source:
    """The source that was removed; raises `Source.DoesNotExist`."""
    return sources_visible_to(reader).get(public_id=public_id, removed_at__isnull=False)


def run_at(public_id: UUID | str) -> SourceRun:
    """The round of this id; raises `SourceRun.DoesNotExist`."""
    return SourceRun.objects.select_related("source").get(public_id=public_id)


def story_of(source: Source) -> SourceStory:
    """How looking there went. A fixed number of statements."""
    runs = SourceRun.objects.filter(source=source).select_related("asked_by").order_by("-pk")
    broken = Q(document__state=State.UNREADABLE, document__removed_at__isnull=True)
    unread = SourceItem.objects.filter(~Q(trouble="") | broken, source=source)
    faults = unread.select_related("document").order_by("pk")[:FAULTS]
    gone = SourceItem.objects.filter(
        source=source, missing_since__isnull=False, document__removed_at__isnull=False
    )
    (row,) = _rows(Source.objects.filter(pk=source.pk))
    return SourceStory(
        row=row,
        runs=[(run, fault_of(run)) for run in runs[:RUNS]],
        faults=[(item, _why_unread(item)) for item in faults],
        gone=gone.count(),
    )


def _why_unread(item: SourceItem) -> str:
    return fault_of(item) or (trouble_of(item.document) if item.document else "")


def _rows(sources: "QuerySet[Source]") -> list[SourceRow]:
    latest = SourceRun.objects.filter(source=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    told = sources.select_related("owner", "team").annotate(
        documents=Count("items", filter=LIVE),
        faults=Count("items", filter=UNREAD),
        missing=Count("items", filter=LIVE & Q(items__missing_since__isnull=False)),
        latest=Subquery(latest),
    )
    found = list(told)
    runs = SourceRun.objects.in_bulk([one.latest for one in found if one.latest])
    return list(_with_runs(found, runs))


def _with_runs(found: Iterable[Source], runs: dict[int, SourceRun]) -> Iterable[SourceRow]:
    for one in found:
        run = runs.get(getattr(one, "latest", 0))
        yield SourceRow(
            source=one,
            run=run,
            documents=getattr(one, "documents", 0),
            faults=getattr(one, "faults", 0),
            missing=getattr(one, "missing", 0),
            trouble=fault_of(run) if run else "",
        )
