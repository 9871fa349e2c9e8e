"""Go on in a list where a page of it ended, whatever it is ordered by."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from samspil.people.models import Colleague
from samspil.work.models import Case
from samspil.work.queries import seen_by

STEP = 1_000


def after(cases: QuerySet[Case], order: Sequence[str], last: Case | None) -> QuerySet[Case]:
    """The cases that follow the last one shown; `order` ends with the primary key."""
    cases = cases.order_by(*order)
    if last is None:
        return cases
    beyond, same = Q(), Q()
    for number, key in enumerate(order):
        name, value = key.lstrip("-"), getattr(last, key.lstrip("-"))
        side = "lt" if key.startswith("-") else "gt"
        beyond |= same & Q(**{f"{name}__{side}": value})
        same &= Q(**{name: value})
        if number == 0:  # where the index is entered; the rest only narrows it
            cases = cases.filter(**{f"{name}__{side}e": value})
    return cases.filter(beyond)


def in_steps(cases: QuerySet[Case], order: Sequence[str], size: int = STEP) -> Iterator[list[Case]]:
    """All of the cases, some at a time, so that never many are in memory."""
    last: Case | None = None
    while True:
        rows = list(after(cases, order, last)[:size])
        if rows:
            yield rows
        if len(rows) < size:
            return
        last = rows[-1]


def case_named(public_id: str, *, reader: Colleague) -> Case | None:
    """The case a page ended at; None for an address that names none the reader may see."""
    try:
        return seen_by(reader).filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None
