"""Take an address out of what other people wrote, and out of what stands beside the cases."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from samspil.core.forgetting import GONE
from samspil.inbox.models import Fault, Import
from samspil.review.models import SavedFilter, Tag
from samspil.teaching.models import Example, Lesson
from samspil.tenancy.models import TenantModel
from samspil.trust.models import Incident, Step
from samspil.trust.queries.erasing import is_telling
from samspil.work.actions import index_cases
from samspil.work.models import Attachment, Case, Decision, Entry, Message, Outgoing, Proposal

AT_ONCE = 200
OF_CASES: tuple[tuple[type[TenantModel], str, tuple[str, ...]], ...] = (
    (Case, "pk", ("subject", "quote")),
    (Message, "case", ("text", "quoted", "signature", "sender_name", "flaws")),
    (Proposal, "case", ("evidence", "draft", "at_the_time")),
    (Decision, "case", ("answer",)),
    (Outgoing, "case", ("subject", "text")),
    (Entry, "case", ("fields", "wish")),
    (Attachment, "case", ("name",)),
)
"""Where words stand that belong to a case: the model, how it names the case, its columns."""
BESIDE: tuple[tuple[type[TenantModel], tuple[str, ...]], ...] = (
    (Import, ("errors", "own", "problem", "file_name")),
    (Fault, ("subject", "sentence", "number")),
    (Lesson, ("rows", "look", "errors", "problem", "file_name")),
    (SavedFilter, ("choices", "name")),
    (Tag, ("name",)),
    (Incident, ("what", "learned")),
    (Step, ("what",)),
)
"""Where they may stand beside cases."""


def strike(address: str, *, cases: Sequence[int]) -> None:
    """Put “…” for the address in these cases of others, by primary key, and beside all cases.

    Examples that hold it are deleted. Safe to run twice.
    """
    if not is_telling(address):
        return
    for start in range(0, len(cases), AT_ONCE):
        _strike_cases(address, cases[start : start + AT_ONCE])
    with transaction.atomic():
        Example.objects.filter(text__icontains=address).delete()
        for model, columns in BESIDE:
            _strike(model.objects.all(), address, columns)


@transaction.atomic
def _strike_cases(address: str, cases: Sequence[int]) -> None:
    for model, case, columns in OF_CASES:
        _strike(model.objects.filter(**{f"{case}__in": cases}), address, columns)
    index_cases(cases)


def _strike(rows: QuerySet[Any], address: str, columns: Iterable[str]) -> None:
    holds = Q()
    for column in columns:
        holds |= Q(**{f"{column}__icontains": address})
    there = re.compile(re.escape(address), re.IGNORECASE)
    found = list(rows.filter(holds))
    for row in found:
        for column in columns:
            setattr(row, column, _without(getattr(row, column), there))
    if found:
        rows.model.objects.bulk_update(found, list(columns), batch_size=AT_ONCE)


def _without(held: Any, there: re.Pattern[str]) -> Any:
    """The same text, list or table with “…” for the address, however deep it stands."""
    if isinstance(held, str):
        return there.sub(GONE, held)
    if isinstance(held, list):
        return [_without(one, there) for one in held]
    if isinstance(held, dict):
        return {_without(key, there): _without(one, there) for key, one in held.items()}
    return held
