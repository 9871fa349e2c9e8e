"""Erasing one person where there is much: how long it takes, and where the time goes.

The person wrote 48 of the closed cases, with what work leaves beside them: replies, proposals,
decisions, and examples AI was taught with; twelve cases of others name their address. Only these
cases have words to be searched by. As a baseline stands what a plain program would do: blank the
messages of that sender, and leave whatever else names them.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

from bench.lived import Company
from bench.report import Row, at_most

ERASE_S = 10
ADDRESS = "erika.dozens@example.com"
THEIRS, NAMING = 48, 12
EXAMPLES = 2_000


def erased(database: str, company: Company) -> Iterator[Row]:
    """Arrange for the person, erase them, and look that nothing is left."""
    from django.utils import timezone

    from samspil.trust.actions import erase_again
    from samspil.trust.queries import look_at
    from samspil.work.models import Case, Message

    cases, messages = Case.objects.count(), Message.objects.count()
    _arrange(company)
    plain_s = _plain_s()
    began = time.perf_counter()
    held = look_at(ADDRESS).held
    look_s = time.perf_counter() - began
    assert (held["cases"], held["named_in"]) == (THEIRS, NAMING)
    began = time.perf_counter()
    erase_again(ADDRESS, at=timezone.now())
    seconds = time.perf_counter() - began
    assert look_at(ADDRESS).nothing
    of = f"of {cases:,} cases, {messages:,} messages"
    yield Row(name=f"{database}: what is held of a person", unit=f"s {of}", value=look_s)
    name = f"{database}: a person erased (blanked by sender)"
    yield at_most(name, f"s {of}", seconds, goal=ERASE_S, baseline=plain_s)


def _arrange(company: Company) -> None:
    from django.db import transaction

    from samspil.core.examples import digest_of
    from samspil.teaching.models import Example
    from samspil.work.actions import index_cases
    from samspil.work.models import Case, Message

    here = Case.objects.filter(process=company.processes[0], emptied__isnull=True)
    closed = here.filter(stage="closed").order_by("pk")
    step = max(1, closed.count() // (THEIRS + NAMING))
    chosen = list(closed.values_list("pk", flat=True))[::step][: THEIRS + NAMING]
    with transaction.atomic():
        came = Message.objects.filter(direction="in")
        came.filter(case__in=chosen[:THEIRS]).update(sender=ADDRESS)
        for number, case in enumerate(chosen):
            text = f"Parcel number {number} has not come." + (
                f" Please ask {ADDRESS}." if number >= THEIRS else ""
            )
            came.filter(case=case).update(text=text)
        index_cases(chosen)
        texts = [f"Parcel number {number} has not come." for number in range(EXAMPLES)]
        taught = [
            Example(
                process=company.processes[0], text=text, topic="delivery_status",
                digest=digest_of(text), added_at=datetime.now(UTC),
            )
            for text in texts
        ]  # fmt: skip
        Example.objects.bulk_create(taught, ignore_conflicts=True)


def _plain_s() -> float:
    """Seconds to blank the messages of that sender and nothing else; taken back again."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute("UPDATE work_message SET text = '' WHERE sender = %s", [ADDRESS])
        seconds = time.perf_counter() - began
        transaction.set_rollback(True)
    return seconds
