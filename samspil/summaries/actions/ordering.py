"""Ask for a summary: keep the file, then the row, then it is made in the background."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.core.ai_act.built import Built
from samspil.knowledge.actions import Given, RefusedDocument, check_given, plain_name
from samspil.knowledge.models import Document
from samspil.knowledge.models import State as DocumentState
from samspil.knowledge.queries import visible_to as visible_documents
from samspil.people.models import Colleague
from samspil.summaries.access import check_may_summarise
from samspil.summaries.actions.noting import note_summary
from samspil.summaries.models import Kind, Summary
from samspil.summaries.queries.files import store
from samspil.tenancy.queries import current
from samspil.uses.queries import NotBegun, check_may_begin

MAKE = "summaries.make"
SOON = 40
"""The priority of making one: somebody waits for it, but what moves a case goes first."""


class RefusedSummary(ValueError):
    """This is not summarised; the message is fit to show."""


@transaction.atomic
def order_of_document(document: Document, *, by: Colleague, at: datetime) -> Summary:
    """Have a document summarised that has been read. Raises `RefusedSummary`."""
    check_may_summarise(by)
    check_begun(Built.SUMMARIES)
    if not visible_documents(by).filter(pk=document.pk, state=DocumentState.READ).exists():
        raise RefusedSummary(_("This document is not read, or is not there any more."))
    name = document.title or document.name
    made = Summary.objects.create(
        kind=Kind.DOCUMENT, name=document.name, title=name, document=document,
        digest=document.digest, ordered_by=by, ordered_at=at,
    )  # fmt: skip
    return _ordered(made, by=by, at=at)


def order_of_file(given: Given, *, by: Colleague, at: datetime) -> Summary:
    """Have a file summarised that is brought for this alone. Raises `RefusedSummary`."""
    return _order(given, kind=Kind.DOCUMENT, met_on=None, by=by, at=at)


def order_minutes(given: Given, *, met_on: date, by: Colleague, at: datetime) -> Summary:
    """Have the minutes of a meeting made from its transcript. Raises `RefusedSummary`."""
    return _order(given, kind=Kind.MEETING, met_on=met_on, by=by, at=at)


def _order(
    given: Given, *, kind: Kind, met_on: date | None, by: Colleague, at: datetime
) -> Summary:
    check_may_summarise(by)
    check_begun(Built.MINUTES if kind is Kind.MEETING else Built.SUMMARIES)
    _check(given)
    digest = store().put(given.content)
    name = plain_name(given.name)
    with transaction.atomic():
        made = Summary.objects.create(
            kind=kind, name=name, title=name.rpartition("/")[2], digest=digest, met_on=met_on,
            ordered_by=by, ordered_at=at,
        )  # fmt: skip
        return _ordered(made, by=by, at=at)


def _ordered(made: Summary, *, by: Colleague, at: datetime) -> Summary:
    note_summary(made, "summary_ordered", by=by, at=at, kind=made.kind)
    enqueue(MAKE, {"organisation": str(current().public_id), "summary": made.pk}, priority=SOON)
    return made


def check_begun(kind: Built) -> None:
    """Raise `RefusedSummary` where the gate before this use of AI is closed."""
    try:
        check_may_begin(kind)
    except NotBegun as why:
        raise RefusedSummary(str(why)) from why


def _check(given: Given) -> None:
    try:
        check_given(given)
    except RefusedDocument as why:
        raise RefusedSummary(str(why)) from why
