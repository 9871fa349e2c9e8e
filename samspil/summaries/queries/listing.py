"""Summaries as a list, one by its address, and what can be summarised."""

from uuid import UUID

from samspil.knowledge.models import Document
from samspil.knowledge.models import State as DocumentState
from samspil.knowledge.queries import visible_to as visible_documents
from samspil.people.models import Colleague
from samspil.summaries.access import ever_visible_to, visible_to
from samspil.summaries.models import Summary

PAGE = 50
OFFERED = 50
"""Documents offered to choose from at once."""


def summary_page(
    reader: Colleague, *, before: int | None = None
) -> tuple[list[Summary], int | None]:
    """The summaries a reader may see, the newest first, and where the next page begins."""
    found = visible_to(reader)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.select_related("ordered_by", "document").order_by("-pk")[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None


def position_of(public_id: UUID, *, reader: Colleague) -> int | None:
    """Where a list goes on after this summary; None where it may not be seen."""
    return visible_to(reader).filter(public_id=public_id).values_list("pk", flat=True).first()


def summary_at(public_id: UUID, *, reader: Colleague) -> Summary:
    """The summary at this address; raises `Summary.DoesNotExist` also for what is not theirs."""
    seen = visible_to(reader).select_related("document", "ordered_by", "approved_by")
    return seen.get(public_id=public_id)


def removed_at(public_id: UUID, *, reader: Colleague) -> Summary:
    """The summary that was removed; raises `Summary.DoesNotExist`."""
    return ever_visible_to(reader).get(public_id=public_id, removed_at__isnull=False)


def offered_documents(reader: Colleague, *, words: str) -> list[Document]:
    """Documents that can be summarised, the newest first, those with these words in their title."""
    found = visible_documents(reader).filter(state=DocumentState.READ)
    if words:
        found = found.filter(title__icontains=words)
    return list(found.order_by("-pk")[:OFFERED])
