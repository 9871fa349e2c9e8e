"""Whether the journal notices, in a database of a million entries, that one of them was touched.

Each try touches the real table as somebody would who rules the database: in a transaction, with the
locks of the table taken off, and without its key. Then `verify` looks, and the transaction is
rolled back. The first try of each kind is looked at from the first entry on; every other from at
most 1,000 entries before what was touched, since what comes before was found whole in the same run
and has not changed. In a cut tail of at most 1,000 entries the chain's end in the database is set
back too, so that the anchor alone tells. As a baseline stands whoever looks at the numbers only:
whether none is missing up to the end.
"""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from bench.report import Row, at_least, at_most
from samspil.journal.anchor import Anchor

BATCH = 5_000
VERIFY_S = 60
REACH = 1_000
FAR = 10**12
TEXTS = ("actor", "actor_kind", "event", "subject_kind", "subject", "facts", "seal")
Touch = Callable[[int, random.Random], int]


def write(*, entries: int) -> None:
    """Write entries until there are so many, by the action that everything is written by."""
    from django.db import transaction

    from samspil.journal.actions import Happening, record
    from samspil.journal.queries import end

    for start in range(end(), entries, BATCH):
        happenings = [
            Happening(
                event="case_opened", subject_kind="case", subject=f"w{number}", actor="",
                actor_kind="system", facts={"route": "together", "number": number},
            )
            for number in range(start, min(start + BATCH, entries))
        ]  # fmt: skip
        with transaction.atomic():
            record(happenings, at=datetime.now(UTC))


def tampered(database: str, *, tries: int) -> Iterator[Row]:
    """Verify it all, then try what can be done to it."""
    from samspil.journal.queries import end, verify

    entries = end()
    read_s = _read_s()
    began = time.perf_counter()
    verdict = verify()
    seconds = time.perf_counter() - began
    assert verdict.whole
    assert verdict.entries == entries
    name = f"{database}: {entries:,} journal entries verified (read only)"
    yield at_most(name, "s", seconds, goal=VERIFY_S, baseline=read_s)
    _as_ruler()
    chance = random.Random(database)
    for kind, touch in KINDS.items():
        found, told = _tried(touch, tries=tries, entries=entries, chance=chance)
        name = f"{database}: one entry {kind}, found (by numbers alone)"
        yield at_least(name, f"of {tries}", found, goal=tries, baseline=told)
    alarms, _ = _tried(lambda at, _chance: at, tries=tries, entries=entries, chance=chance)
    name = f"{database}: nothing touched, taken for touched"
    yield at_most(name, f"of {tries}", alarms, goal=0, baseline=None)


def _read_s() -> float:
    """Seconds to read every entry, and to do nothing with it."""
    from samspil.journal.models import Entry

    began = time.perf_counter()
    rows = Entry.objects.order_by("sequence").values_list("sequence", "at", *TEXTS)
    for _ in rows.iterator(chunk_size=2_000):
        pass
    return time.perf_counter() - began


def _tried(touch: Touch, *, tries: int, entries: int, chance: random.Random) -> tuple[int, int]:
    """How often `verify` found it, and how often the numbers told."""
    from samspil.journal.queries import verify

    found = told = 0
    for number in range(tries):
        first = 2 if touch in (_alter, _remove, _reorder) else max(2, entries - REACH)
        at = chance.randint(first, entries - 1)
        since = _before(max(1, at - chance.randint(1, REACH))) if number else None
        with _unlocked():
            at = touch(at, chance)
            verdict = verify(since=since)
            found += verdict.broken_at == at if touch in KINDS.values() else not verdict.whole
            told += _numbers_tell(since.sequence if since else 0)
    return found, told


def _before(sequence: int) -> Anchor:
    from samspil.journal.models import Entry

    entry = Entry.objects.get(sequence=sequence)
    return Anchor(sequence=entry.sequence, seal=entry.seal)


def _numbers_tell(since: int) -> bool:
    from samspil.journal.models import Entry
    from samspil.journal.queries import end

    return Entry.objects.filter(sequence__gt=since).count() != end() - since


def _alter(at: int, chance: random.Random) -> int:
    """One column of one entry, by one sign or a second."""
    from samspil.journal.models import Entry

    entry = Entry.objects.get(sequence=at)
    column = chance.choice(("at", *TEXTS))
    said = getattr(entry, column)
    place = chance.randrange(len(said)) if column != "at" and said else 0
    altered = (
        said + timedelta(seconds=1)
        if column == "at"
        else said[:place] + ("0" if said[place : place + 1] != "0" else "1") + said[place + 1 :]
    )
    Entry.objects.filter(pk=entry.pk).update(**{column: altered})
    return at


def _remove(at: int, chance: random.Random) -> int:
    """One entry; half the time the next one takes its number."""
    from samspil.journal.models import Entry

    Entry.objects.filter(sequence=at).delete()
    if chance.random() < 0.5:
        Entry.objects.filter(sequence=at + 1).update(sequence=at)
    return at


def _reorder(at: int, chance: random.Random) -> int:
    """It and another, anywhere after it, change places."""
    from samspil.journal.models import Entry
    from samspil.journal.queries import end

    other = chance.randint(at + 1, end())
    for old, new in ((at, FAR), (other, at), (FAR, other)):
        Entry.objects.filter(sequence=old).update(sequence=new)
    return at


def _cut(at: int, chance: random.Random) -> int:
    """Everything from it on, and the chain's end says so too."""
    from samspil.journal.models import Entry, Head

    Entry.objects.filter(sequence__gte=at).delete()
    before = _before(at - 1)
    Head.objects.update(sequence=before.sequence, seal=before.seal)
    return at


KINDS: dict[str, Touch] = {
    "altered": _alter, "removed": _remove, "moved": _reorder, "and all after it cut off": _cut,
}  # fmt: skip


@contextmanager
def _unlocked() -> Iterator[None]:
    """A transaction in which the table can be changed, and of which nothing remains."""
    from django.db import connection, transaction

    with transaction.atomic():
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("DROP TRIGGER journal_entry_no_update")
                cursor.execute("DROP TRIGGER journal_entry_no_delete")
            else:
                cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        transaction.set_rollback(True)


def _as_ruler() -> None:
    """On PostgreSQL, from here on this process is the one who rules the server."""
    from django.db import connection

    if connection.vendor == "postgresql":
        connection.close()
        connection.settings_dict["USER"] = "postgres"
