"""Keep examples, change them, and let them go."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import F, Q

from samspil.core.examples import Labelled
from samspil.governance.queries import intake
from samspil.people.models import Colleague
from samspil.skills.triage.language import language_of
from samspil.teaching.access import check_may_teach
from samspil.teaching.models import Example, Judgement, Source, Version
from samspil.work.actions.noting import note_process
from samspil.work.models import Case, Process

AT_ONCE = 500
One = TypeVar("One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many examples are new, got another topic, and were here already."""

    added: int
    changed: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """An example to be kept, with the case that it comes from, if any."""

    labelled: Labelled
    case: Case | None = None


def masked(rows: Iterable[Labelled]) -> tuple[list[Labelled], int]:
    """The rows as they may be stored, and in how many something was masked."""
    kept, found = [], 0
    for row in rows:
        taken = intake(row.text)
        found += bool(taken.masked)
        kept.append(Labelled(text=taken.text, topic=row.topic))
    return kept, found


@transaction.atomic
def keep_examples(
    process: Process,
    fresh: Sequence[Fresh],
    *,
    source: Source,
    by: Colleague | None,
    at: datetime,
) -> Kept:
    """Keep these masked examples; a text that is here already gets the topic given now.

    `by` is None on the command line only.
    """
    if by is not None:
        check_may_teach(by)
    by_digest = {one.labelled.digest: one for one in fresh}
    here = _topics_here(process, by_digest)
    gone = _gone(process, by_digest)
    rows = [
        _row(process, one, source=source, by=by, at=at)
        for digest, one in by_digest.items()
        if here.get(digest) != one.labelled.topic
    ]
    Example.objects.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["process", "digest"],
        update_fields=[
            "text", "topic", "language", "source", "case", "added_by", "added_at", "removed_at",
        ],
    )  # fmt: skip
    changed = sum(row.digest in here for row in rows)
    _mark(process, gone, change=-1)
    if rows:
        note_process(process, "examples_kept", by=by, at=at, examples=len(rows))
    return Kept(added=len(rows) - changed, changed=changed, known=len(by_digest) - len(rows))


@transaction.atomic
def change_topic(example: Example, *, topic: str, by: Colleague, at: datetime) -> None:
    """Say that the example is about something else; versions taught with it stay as they are."""
    check_may_teach(by)
    if Example.objects.filter(pk=example.pk).exclude(topic=topic).update(topic=topic):
        note_process(example.process, "example_changed", by=by, at=at)
    example.topic = topic


@transaction.atomic
def remove_examples(
    process: Process, ids: Sequence[int], *, by: Colleague | None, at: datetime
) -> int:
    """Leave these out from now on; for a day they can be brought back, then they are deleted.

    Versions taught with one of them are marked. `by` is None for what Samspil removes itself.
    """
    if by is not None:
        check_may_teach(by)
    standing = Example.objects.filter(process=process, pk__in=ids, removed_at__isnull=True)
    digests = list(standing.select_for_update().values_list("digest", flat=True))
    if not digests:
        return 0
    standing.update(removed_at=at)
    _mark(process, digests, change=1)
    note_process(process, "examples_removed", by=by, at=at, examples=len(digests))
    return len(digests)


@transaction.atomic
def restore_examples(process: Process, ids: Sequence[int], *, by: Colleague, at: datetime) -> int:
    """Bring removed examples back, as long as they are not deleted."""
    check_may_teach(by)
    gone = Example.objects.filter(process=process, pk__in=ids, removed_at__isnull=False)
    digests = list(gone.select_for_update().values_list("digest", flat=True))
    if not digests:
        return 0
    gone.update(removed_at=None)
    _mark(process, digests, change=-1)
    note_process(process, "examples_restored", by=by, at=at, examples=len(digests))
    return len(digests)


def _topics_here(process: Process, digests: Iterable[str]) -> dict[str, str]:
    here: dict[str, str] = {}
    for some in in_parts(digests):
        rows = Example.objects.filter(process=process, digest__in=some, removed_at__isnull=True)
        here.update(rows.values_list("digest", "topic"))
    return here


def _gone(process: Process, digests: Iterable[str]) -> list[str]:
    """Those that were removed and not deleted yet."""
    found: list[str] = []
    for some in in_parts(digests):
        rows = Example.objects.filter(process=process, digest__in=some, removed_at__isnull=False)
        found += rows.values_list("digest", flat=True)
    return found


def in_parts(those: Iterable[One]) -> Iterator[list[One]]:
    """Five hundred at a time: no database takes all in one statement."""
    wanted = iter(those)
    while some := list(islice(wanted, AT_ONCE)):
        yield some


def _row(
    process: Process, fresh: Fresh, *, source: Source, by: Colleague | None, at: datetime
) -> Example:
    one = fresh.labelled
    return Example(
        process=process,
        digest=one.digest,
        text=one.text,
        topic=one.topic,
        language=language_of(one.text) or "",
        source=source,
        case=fresh.case,
        added_by=by,
        added_at=at,
    )


def _mark(process: Process, digests: Sequence[str], *, change: int) -> None:
    """Count on the versions that were taught with these examples how many of them are gone."""
    if not digests:
        return
    taught = Judgement.objects.filter(version__process=process)
    for judgement in taught.only("version_id", "unseen"):
        gone = sum(digest in judgement.unseen for digest in digests)
        if gone:
            version = Version.objects.filter(Q(pk=judgement.version_id, gone__gte=-change * gone))
            version.update(gone=F("gone") + change * gone)
