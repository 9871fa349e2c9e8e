"""Which of the cases found come first, and where a page of them ends."""

import base64
import binascii
from collections.abc import Iterator, Sequence
from datetime import timedelta

from samspil.people.models import Colleague
from samspil.work.models import Case
from samspil.work.queries import FoundCases, seen_by

PROMINENT = timedelta(days=90)
"""How much later a case seems that holds the words in subject, number, sender, tag or topic."""


class BadPlace(ValueError):
    """This is not where a page ended; the message is fit to show."""


End = tuple[int, int]
"""Where a page ended among the prominent and among the other cases, as primary keys."""


def ranked(
    found: FoundCases, place: End | None, *, reader: Colleague, size: int
) -> list[tuple[Case, End]]:
    """The next cases, one more than a page holds, each with where a page would end after it.

    Both rows stand latest first already, so that only their next cases have to be read.
    """
    heads = [pk for pk in found.cases if pk in found.heads]
    others = [pk for pk in found.cases if pk not in found.heads]
    begin = place or (0, 0)
    parts = [_following(heads, begin[0], size + 1), _following(others, begin[1], size + 1)]
    wanted = [pk for part in parts for pk in part]
    known = {
        case.pk: case
        for case in seen_by(reader, of=Case.objects.among(wanted)).select_related(
            "process", "team", "claimed_by"
        )
    }
    first, second = ([known[pk] for pk in part if pk in known] for part in parts)
    return list(_merged(first, second, begin))[: size + 1]


def _following(row: Sequence[int], last: int, most: int) -> Sequence[int]:
    start = next((at for at, pk in enumerate(row) if pk < last), len(row)) if last else 0
    return row[start : start + most]


def _merged(heads: list[Case], others: list[Case], begin: End) -> Iterator[tuple[Case, End]]:
    end = begin
    while heads or others:
        first = not others or (heads and heads[0].opened_at + PROMINENT >= others[0].opened_at)
        case = (heads if first else others).pop(0)
        end = (case.pk, end[1]) if first else (end[0], case.pk)
        yield case, end


def is_place(after: str) -> bool:
    """Whether a page could have ended there."""
    try:
        return place_of(after) is not None
    except BadPlace:
        return False


def place_of(after: str) -> End | None:
    if not after:
        return None
    try:
        head, _, other = base64.urlsafe_b64decode(after.encode()).decode().partition("|")
        place = int(head), int(other)
    except (ValueError, binascii.Error):
        place = (-1, -1)
    if not all(0 <= each < 2**63 for each in place):
        raise BadPlace("after: use what the page before gave as next.")
    return place


def said(end: End) -> str:
    return base64.urlsafe_b64encode(f"{end[0]}|{end[1]}".encode()).decode()
