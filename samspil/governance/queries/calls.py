"""What language models were asked for, and how it went."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count as CountOf
from django.db.models import QuerySet, Sum

from samspil.core.retention.periods import Reach
from samspil.governance.models import ModelCall

PAGE = 50
STEP = 2000
"""Lines of a file that are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallsAsked:
    """Which lines are wanted; what is empty narrows nothing. From `since` up to before `until`."""

    purpose: str = ""
    data_class: str = ""
    outcome: str = ""
    server: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many calls of one outcome there were, and their tokens, as far as servers count."""

    outcome: str
    calls: int
    tokens: int


def _wanted(asked: CallsAsked) -> QuerySet[ModelCall]:
    rows = ModelCall.objects.all()
    if asked.purpose:
        rows = rows.filter(purpose=asked.purpose)
    if asked.data_class:
        rows = rows.filter(data_class=asked.data_class)
    if asked.outcome:
        rows = rows.filter(outcome=asked.outcome)
    if asked.server:
        rows = rows.filter(server_name=asked.server)
    if asked.since:
        rows = rows.filter(at__gte=asked.since)
    if asked.until:
        rows = rows.filter(at__lt=asked.until)
    return rows


def call_page(
    asked: CallsAsked, *, before: int | None, size: int = PAGE
) -> tuple[list[ModelCall], int | None]:
    """The newest lines before this one, and where the next page begins; None at the end."""
    rows = _wanted(asked).order_by("-pk")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: size + 1])
    return found[:size], found[size - 1].pk if len(found) > size else None


def counts_of_calls(asked: CallsAsked) -> list[Count]:
    """How many of each outcome, in one statement."""
    rows = _wanted(asked).values("outcome").order_by("outcome")
    counted = rows.annotate(
        calls=CountOf("pk"), asked=Sum("prompt_tokens"), told=Sum("answer_tokens")
    )
    return [
        Count(
            outcome=row["outcome"],
            calls=row["calls"],
            tokens=(row["asked"] or 0) + (row["told"] or 0),
        )
        for row in counted
    ]


def over_calls(reach: Reach) -> QuerySet[ModelCall]:
    """The lines that are old enough to go."""
    return ModelCall.objects.filter(at__lt=reach.before)


def all_calls(asked: CallsAsked) -> Iterator[list[ModelCall]]:
    """Every line, newest first, in steps; each is read when it is asked for."""
    before: int | None = None
    while True:
        rows, before = call_page(asked, before=before, size=STEP)
        yield rows
        if before is None:
            return
