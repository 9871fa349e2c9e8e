"""End a round: say what is missing, and take it away where that may be."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from samspil.core.knowledge.sources import GONE, Fault, may_go
from samspil.knowledge.access import check_may_keep
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.actions.removing import remove_documents
from samspil.knowledge.actions.sources.noting import note_source
from samspil.knowledge.models import Document, Source, SourceItem, SourceRun
from samspil.people.models import Colleague


@transaction.atomic
def end_round(run: SourceRun, *, fault: Fault | None, at: datetime) -> None:
    """Close it. Nothing is taken away where the source was not read to its end, or where more than
    half of its documents would go: its owner is told instead."""
    mine = SourceRun.objects.filter(pk=run.pk, ended_at__isnull=True, held_until=run.held_until)
    said = {"trouble": fault.mishap.value, "trouble_facts": dict(fault.values)} if fault else {}
    if not mine.update(ended_at=at, **said):
        return
    run.refresh_from_db()
    if not run.trouble:
        _see_to_missing(run, at=at)
        run.refresh_from_db()
    note_source(
        run.source, "source_looked_through", by=run.asked_by, at=at, new=run.new,
        changed=run.changed, known=run.known, failed=run.failed, missing=run.missing,
        removed=run.removed, trouble=run.trouble,
    )  # fmt: skip


@transaction.atomic
def remove_missing(source: Source, *, by: Colleague, at: datetime) -> int:
    """Take away what is not there any more, however much it is; returns how many documents."""
    check_may_keep(by)
    gone = SourceItem.objects.filter(source=source, missing_since__isnull=False)
    removed = remove_documents(list(_live(gone)), by=by, at=at)
    latest = SourceRun.objects.filter(source=source).order_by("-pk").first()
    if latest:
        SourceRun.objects.filter(pk=latest.pk).update(removed=F("removed") + removed)
    return removed


@transaction.atomic
def bring_back(source: Source, *, by: Colleague, at: datetime) -> int:
    """Bring back what was taken away for not being there any more; returns how many documents.

    From then on they belong to no source, and stay.
    """
    check_may_keep(by)
    took = Document.objects.filter(
        item__source=source, item__missing_since__isnull=False, removed_at__isnull=False
    )
    found = list(took.select_for_update(of=("self",)))
    ids = [one.pk for one in found]
    SourceItem.objects.filter(document__in=ids).delete()
    Document.objects.filter(pk__in=ids).update(removed_at=None)
    note_documents(found, "document_restored", by=by, at=at)
    return len(found)


def _see_to_missing(run: SourceRun, *, at: datetime) -> None:
    items = SourceItem.objects.filter(source=run.source)
    items.filter(~Q(listed_in=run), document__isnull=True).delete()
    gone = items.filter(~Q(listed_in=run) | Q(trouble__in=list(GONE)))
    gone.filter(missing_since__isnull=True).update(missing_since=at, mark="")
    missing = list(_live(gone))
    here = _live(items).count()
    SourceRun.objects.filter(pk=run.pk).update(missing=len(missing))
    if run.source.remove_missing and missing and may_go(here=here, gone=len(missing)):
        removed = remove_documents(missing, by=None, at=at)
        SourceRun.objects.filter(pk=run.pk).update(removed=removed)


def _live(items: QuerySet[SourceItem]) -> "QuerySet[SourceItem, int]":
    """The documents of these that answer."""
    here = items.filter(document__removed_at__isnull=True, document__isnull=False)
    return here.values_list("document", flat=True)
