"""Whether what a reader has before them is still so."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime

from samspil.journal.queries import about
from samspil.people.models import Colleague
from samspil.review.queries.listing import Wanted, first_page
from samspil.work.models import Case

MARK = 12

Seen = tuple[int, str, int, int | None]
"""What of a case a mark is made of: its key, stage, round and holder."""


def mark_of(cases: Sequence[Case]) -> str:
    """Twelve characters that differ when the list shows other cases, or the same in other hands."""
    return _mark((case.pk, case.stage, case.round, case.claimed_by_id) for case in cases)


def mark_now(colleague: Colleague, wanted: Wanted) -> str:
    """The mark of the first page as it is now, from as many rows as it shows and no more of each.

    Every open page asks for it after each burst of events, so it counts nothing and reads no text.
    """
    seen: list[Seen] = []
    for cases, most in first_page(colleague, wanted):
        seen += cases.values_list("pk", "stage", "round", "claimed_by_id")[:most]
    return _mark(seen)


def touched_by_others(case: Case, *, since: datetime, reader: Colleague) -> bool:
    """Whether anybody but the reader did something to the case after this time."""
    others = about(str(case.public_id)).exclude(actor=str(reader.public_id))
    return others.filter(at__gt=since).exists()


def _mark(seen: Iterable[Seen]) -> str:
    words = ";".join(f"{pk}:{stage}:{number}:{holder}" for pk, stage, number, holder in seen)
    return hashlib.sha256(words.encode()).hexdigest()[:MARK]
