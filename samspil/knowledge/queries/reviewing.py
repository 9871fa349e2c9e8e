"""Documents whose day to be looked through has come, and those that nobody answers for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from samspil.core.months import months_after
from samspil.knowledge.access import may_keep, visible_to
from samspil.knowledge.models import Document
from samspil.people.models import Colleague

EARLY = timedelta(days=14)
"""So long before its day a document's owner is asked."""
MONTHS = 12
"""Between two reviews, where the document's source says nothing else."""
MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """Documents that ask for their owner, the most urgent first, each with the day it would move
    to; how many there are in all; and how many documents have nobody who answers for them."""

    shown: Sequence[tuple[Document, date]]
    many: int
    nobodys: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.many - len(self.shown)


def reviews_for(owner: Colleague, *, today: date) -> Reviews:
    """What asks for this colleague. Three statements at most."""
    theirs = _due(visible_to(owner).filter(owner=owner), today=today)
    rows = theirs.select_related("item__source").order_by("review_on", "pk")[: MOST + 1]
    shown = [(one, months_after(today, months_of(one))) for one in rows]
    many = theirs.count() if len(shown) > MOST else len(shown)
    return Reviews(
        shown=shown[:MOST],
        many=many,
        nobodys=nobodys(visible_to(owner)).count() if may_keep(owner) else 0,
    )


def nobodys(documents: "QuerySet[Document]") -> "QuerySet[Document]":
    """Those of these without an owner, or whose owner left."""
    return documents.filter(Q(owner__isnull=True) | Q(owner__left_at__isnull=False))


def months_of(document: Document) -> int:
    """After how many months it is looked through again."""
    item = getattr(document, "item", None)
    return (item.source.review_months if item else None) or MONTHS


def _due(documents: "QuerySet[Document]", *, today: date) -> "QuerySet[Document]":
    return documents.filter(
        Q(quiet_until__isnull=True) | Q(quiet_until__lte=today), review_on__lte=today + EARLY
    )
