"""Keep the words that cases are found by: in the same transaction as what they are made from."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from samspil.adapters.jobs import enqueue
from samspil.core.case_words import VERSION, Searchable, words_of
from samspil.tenancy.queries import current
from samspil.work.models import Case, CaseWords, Message
from samspil.work.queries.cases import entries_of
from samspil.work.queries.searching import not_indexed

BUILD = "work.index"
MERGE = "work.merge_index"
LAST = 90
"""The priority of its jobs: whatever moves a case goes first."""
STEP = 500
"""Cases that are indexed in one transaction."""
JOB_OF = 5_000
"""Cases that one background job indexes before it asks for the next."""
PAGES = 100
"""Pages of the index that are merged in one transaction: about 10 ms."""

Labels = Callable[[Sequence[int]], Mapping[int, Sequence[str]]]
"""Gives the names of the tags on cases, by primary key."""


Said = tuple[str, str]
"""The sender and the text of a message."""


class Cases(Protocol):
    """Gives cases to index, latest first."""

    def __call__(self, *, after: UUID | None = None) -> QuerySet[Case]:
        """Those behind this one."""


@transaction.atomic
def index_cases(case_ids: Iterable[int], *, labels: Labels | None = None) -> None:
    """Make the words of these cases anew. Call it before the journal's entry, in one transaction.

    The cases are locked first, so that whoever changes one at the same time reads what the other
    wrote. Without `labels` the tags known so far stay.
    """
    wanted = set(case_ids)
    locked = Case.objects.among(wanted).order_by("pk").select_for_update(no_key=True)
    cases = list(locked.only("public_id", "process", "external_id", "channel", "subject"))
    known = _labels_known(wanted) if labels is None else labels(sorted(wanted))
    threads = _threads(cases)
    for pk, entry in entries_of(cases).items():
        threads[pk].extend(("", typed) for _label, typed in entry.fields)
    CaseWords.objects.bulk_create(
        [_row(case, threads[case.pk], known.get(case.pk, ())) for case in cases],
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=["version", "labels", "words"],
    )


def build_index(
    *, after: UUID | None, most: int, labels: Labels, of: Cases = not_indexed
) -> tuple[UUID | None, int]:
    """Index up to `most` cases, by default those missing, latest first, from behind this one.

    Returns the case to go on after, None at the end, and how many were indexed. Safe while others
    write, and to run twice.
    """
    done = 0
    while done < most:
        step = list(of(after=after)[: min(STEP, most - done)])
        if not step:
            return None, done
        index_cases([case.pk for case in step], labels=labels)
        done += len(step)
        after = step[-1].public_id
    return after, done


def build_on(*, after: UUID | None, labels: Labels) -> None:
    """Build a part of the index, and have what remains built later."""
    further, _done = build_index(after=after, most=JOB_OF, labels=labels)
    if further is not None:
        ask_to_build(after=further)


@transaction.atomic
def ask_to_build(*, after: UUID | None = None) -> None:
    """Have the index built on in the background."""
    place = str(after) if after else None
    payload = {"organisation": str(current().public_id), "after": place}
    enqueue(BUILD, payload, priority=LAST)


def merge_index() -> None:
    """Join the parts that SQLite's index falls into while cases are written, a little at a time.

    A search looks for each word in every part: a million cases left thirteen, and joined, rare
    words are found in a third of the time. Others write in between. Safe to break off, and to run
    twice. On PostgreSQL there are no parts.
    """
    if connection.vendor == "sqlite":
        goes_on = _merge(-PAGES)  # the sign has all of them joined, whatever their sizes
        while goes_on:
            goes_on = _merge(PAGES)


@transaction.atomic
def _merge(pages: int) -> bool:
    """Whether there was something to join; FTS5 says so by the rows it changed."""
    before: int = connection.connection.total_changes
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO work_words (work_words, rank) VALUES ('merge', %s)", [pages])
    changed: int = connection.connection.total_changes - before
    return changed > 1


def _row(case: Case, thread: Sequence[Said], labels: Sequence[str]) -> CaseWords:
    given = case.external_id
    found_by = Searchable(
        subject=case.subject,
        process=str(case.process_id),
        number="" if given == str(case.public_id) else given,
        tags=labels,
        senders=list(dict.fromkeys(sender for sender, _text in thread if sender)),
        texts=[text for _sender, text in thread],
    )
    return CaseWords(case=case, version=VERSION, labels="\n".join(labels), words=words_of(found_by))


def _labels_known(case_ids: Iterable[int]) -> dict[int, list[str]]:
    rows = CaseWords.objects.filter(case__in=list(case_ids)).exclude(labels="")
    return {pk: labels.split("\n") for pk, labels in rows.values_list("case", "labels")}


def _threads(cases: Sequence[Case]) -> Mapping[int, list[Said]]:
    """The messages and notes of each case and of those merged into it, oldest first."""
    keys = {case.pk for case in cases}
    merged = dict(Case.objects.filter(merged_into__in=keys).values_list("pk", "merged_into"))
    found: dict[int, list[Said]] = defaultdict(list)
    messages = Message.objects.filter(case__in=keys | merged.keys()).order_by("case", "at", "pk")
    for case, sender, text in messages.values_list("case", "sender", "text"):
        for owner in keys.intersection((case, merged.get(case, case))):
            found[owner].append((sender, text))
    return found
