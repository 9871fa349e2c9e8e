"""Which case a message answers, by the numbers that mail programs give to messages."""

import re
from collections.abc import Iterable
from uuid import UUID

from samspil.work.models import Answered, Case, Message, Outgoing, Process

OURS = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@samspil", re.IGNORECASE)
"""What the Message-ID of a reply from here looks like."""


def message_id(outgoing: Outgoing) -> str:
    """The Message-ID of a reply, by which an answer to it finds its case; without brackets."""
    return f"{outgoing.public_id}@samspil"


def answered_cases(numbers: Iterable[str]) -> dict[str, Case]:
    """The case behind each of these Message-IDs, ours or the sender's, as far as known.

    A number that only an answer names, its message never having come, also leads to its case. No
    number leads to a case that was emptied.
    """
    wanted = {number for number in numbers if number}
    if not wanted:
        return {}
    found = _by_answer(wanted) | _by_case(wanted) | _by_message(wanted)
    ours = {UUID(one.group(1)): number for number in wanted if (one := OURS.fullmatch(number))}
    replies = Outgoing.objects.filter(public_id__in=list(ours)) if ours else ()
    case_of = {ours[reply.public_id]: reply.case_id for reply in replies}
    wanted_cases = sorted({*found.values(), *case_of.values()})
    cases = Case.objects.filter(emptied__isnull=True).in_bulk(wanted_cases)
    return {number: cases[pk] for number, pk in {**found, **case_of}.items() if pk in cases}


def answered_numbers(numbers: Iterable[str]) -> set[str]:
    """Those of these Message-IDs that a message here answers."""
    rows = Answered.objects.filter(number__in={number for number in numbers if number})
    return set(rows.values_list("number", flat=True))


def is_here(number: str) -> bool:
    """Whether the message of this number itself has come in."""
    return bool(_by_case({number}) or _by_message({number}))


def _by_answer(numbers: set[str]) -> dict[str, int]:
    rows = Answered.objects.filter(number__in=numbers)
    return dict(rows.values_list("number", "case_id"))


def _by_case(numbers: set[str]) -> dict[str, int]:
    processes = list(Process.objects.values_list("pk", flat=True))  # the index begins with them
    rows = Case.objects.filter(process__in=processes, external_id__in=numbers)
    return dict(rows.order_by("-pk").values_list("external_id", "pk"))


def _by_message(numbers: set[str]) -> dict[str, int]:
    rows = Message.objects.filter(external_id__in=numbers)
    return dict(rows.values_list("external_id", "case_id"))
