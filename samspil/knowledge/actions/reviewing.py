"""Whoever answers for a document says that it still holds, or wants to be asked later."""

from datetime import datetime, timedelta

from django.db import transaction

from samspil.core.months import months_after
from samspil.knowledge.access import check_may_review
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.models import Document
from samspil.knowledge.queries.reviewing import months_of
from samspil.people.models import Colleague
from samspil.people.queries import day_of

LATER = timedelta(days=30)
"""So long nobody is asked again who said not now."""


@transaction.atomic
def confirm_document(document: Document, *, by: Colleague, at: datetime) -> None:
    """It still holds: its review moves on by its months from today. Twice on a day is once."""
    check_may_review(document, by)
    day = months_after(day_of(at), months_of(document))
    moved = Document.objects.filter(pk=document.pk).exclude(review_on=day)
    if moved.update(review_on=day, quiet_until=None):
        note_documents([document], "document_confirmed", by=by, at=at, until=day.isoformat())


@transaction.atomic
def ask_later(document: Document, *, by: Colleague, at: datetime) -> None:
    """Ask in a month again; until then it stays marked as due."""
    check_may_review(document, by)
    day = day_of(at) + LATER
    moved = Document.objects.filter(pk=document.pk).exclude(quiet_until=day)
    if moved.update(quiet_until=day):
        note_documents([document], "document_review_put_off", by=by, at=at)
