"""Read one thing of a source, and bring it in as a document where it is new or changed."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F

from samspil.adapters.sources import Place
from samspil.core.knowledge.sources import Fault, Got, ItemFailed, Mishap, SourceFailed
from samspil.core.months import months_after
from samspil.knowledge.actions.adding import (
    LONGEST_NAME,
    MEGABYTE,
    Given,
    Taken,
    add_documents,
    plain_name,
)
from samspil.knowledge.actions.changing import Terms
from samspil.knowledge.models import Document, Secrecy, Source, SourceItem, SourceKind, SourceRun
from samspil.knowledge.queries.files import store
from samspil.knowledge.queries.mails import is_mail, was_erased
from samspil.people.queries import day_of

COUNTED = {Taken.NEW: "new", Taken.CHANGED: "changed", Taken.KNOWN: "known"}


def take(item: SourceItem, place: Place, *, run: SourceRun, at: datetime) -> None:
    """Read what stands there; a fault is kept with it, and the others go on.

    Raises `SourceFailed` where nothing can be read any more.
    """
    try:
        got = place.got(item.place, item.mark)
        if got.content is None:
            _note(item, run, mark=got.mark, counted="known")
            return
        _bring(item, got, run=run, at=at)
    except ItemFailed as why:
        _fail(item, run, why.fault)


@transaction.atomic
def _bring(item: SourceItem, got: Got, *, run: SourceRun, at: datetime) -> None:
    """The source is held meanwhile, so that what is said of it now is said of the document."""
    source = Source.objects.select_for_update().get(pk=run.source_id)
    if source.paused_at or source.removed_at:
        raise SourceFailed(Mishap.STOPPED)
    content = got.content or b""
    if is_mail(got.name) and was_erased(content):  # it stays where it is, and away from here
        _note(item, run, mark=got.mark, counted="known")
        return
    _move(item, content, run=run)
    name = item.document.name if item.document else plain_name(f"{source.name}/{got.name}")
    _check(item, name, content, source=source)
    ((document, taken),) = add_documents(
        [Given(name=name, content=content)], terms=_terms(source, day=day_of(at)), by=None, at=at
    )
    SourceItem.objects.filter(document=document).exclude(pk=item.pk).update(document=None)
    _note(item, run, mark=got.mark, counted=COUNTED[taken], document=document)


def _move(item: SourceItem, content: bytes, *, run: SourceRun) -> None:
    """A mailbox may count its mails anew: what it held under another number is the same mail."""
    if run.source.kind != SourceKind.MAIL or item.document is not None:
        return
    brought = SourceItem.objects.filter(source=run.source, document__removed_at__isnull=True)
    twins = brought.filter(document__digest=store().put(content)).exclude(listed_in=run)
    twin = twins.select_related("document").first()
    if twin is not None:
        item.document = twin.document
        twin.delete()


def _check(item: SourceItem, name: str, content: bytes, *, source: Source) -> None:
    """Raise `ItemFailed` for what is not taken."""
    if not content:
        raise ItemFailed(Mishap.EMPTY)
    if len(content) > int(settings.MOST_DOCUMENT_MB) * MEGABYTE:
        raise ItemFailed(Mishap.TOO_LARGE, most=int(settings.MOST_DOCUMENT_MB))
    if len(name) > LONGEST_NAME:
        raise ItemFailed(Mishap.LONG_NAME, most=LONGEST_NAME)
    if item.document is None and _is_anothers(name, source):
        raise ItemFailed(Mishap.NAME_TAKEN)


def _is_anothers(name: str, source: Source) -> bool:
    """What was brought in by hand, or by a source that was removed, is taken over where it is for
    the same people."""
    here = Document.objects.filter(name=name).first()
    if here is None:
        return False
    alike = (here.secrecy, here.team_id) == (source.secrecy, source.team_id)
    kept = SourceItem.objects.filter(document=here, source__removed_at__isnull=True)
    return not alike or kept.exists()


def _terms(source: Source, *, day: date) -> Terms:
    months = source.review_months
    return Terms(
        secrecy=Secrecy(source.secrecy),
        team=source.team,
        owner=source.owner,
        review_on=months_after(day, months) if months else None,
    )


@transaction.atomic
def _note(
    item: SourceItem, run: SourceRun, *, mark: str, counted: str, document: Document | None = None
) -> None:
    SourceItem.objects.filter(pk=item.pk).update(
        mark=mark, waits=False, trouble="", trouble_facts={}, document=document or item.document
    )
    SourceRun.objects.filter(pk=run.pk).update(**{counted: F(counted) + 1})


@transaction.atomic
def _fail(item: SourceItem, run: SourceRun, fault: Fault) -> None:
    """It is tried again in the next round."""
    SourceItem.objects.filter(pk=item.pk).update(
        mark="", waits=False, trouble=fault.mishap.value, trouble_facts=dict(fault.values)
    )
    SourceRun.objects.filter(pk=run.pk).update(failed=F("failed") + 1)
