"""Remember what cases are about, and find those that were like them.

No step in the life of a case is taken here, so nothing is written to the journal.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from django.db import transaction

from samspil.adapters.embedding import Shelf
from samspil.adapters.jobs import enqueue
from samspil.core.embedding import Embedder, Vectors, packed, text_key, unpacked
from samspil.core.likeness import nearest
from samspil.core.reading import MOST_CHARACTERS
from samspil.core.routing import Reason
from samspil.likeness.models import Similar, Vector
from samspil.likeness.queries import (
    Decided,
    decided,
    decisions_in,
    known_vectors,
    not_remembered,
    short_of_similar,
)
from samspil.tenancy.queries import current
from samspil.work.models import Case
from samspil.work.queries import processes, stopped, text_of, wishes_of

REMEMBER = "likeness.remember"
LAST = 100
"""The priority of these jobs: whatever moves a case goes first."""
REMEMBER_ANEW = "likeness.remember_anew"
JOB_OF = 100
MOST_AGAIN = 500
"""So many open cases of a process are compared again in one round."""


@transaction.atomic
def ask_to_remember(case_ids: Sequence[int], *, embedder: Embedder | None) -> None:
    """Have similar cases found in the background; without an embedding nothing is done."""
    if embedder is None or not case_ids:
        return
    organisation = str(current().public_id)
    for start in range(0, len(case_ids), JOB_OF):
        batch = list(case_ids[start : start + JOB_OF])
        enqueue(REMEMBER, {"organisation": organisation, "cases": batch}, priority=LAST)


def keep_read(case_ids: Sequence[int], *, shelf: Shelf, embedder: Embedder | None) -> None:
    """Keep the vectors of those cases whose texts were just read.

    Nothing is read for it: what is not on the shelf is left to `remember`, which finds the rest of
    its work done, in whatever process it runs.
    """
    if embedder is None:
        return
    cases = _readable(case_ids)
    texts = _readable_texts(cases)
    rows = shelf.found(list(texts.values()), embedder=embedder)
    known = {text_key(text): packed(row) for text, row in rows.items()}
    _keep(_vectors(cases, texts, known=known, embedder=embedder))


def remember(case_ids: Sequence[int], *, embedder: Embedder | None) -> int:
    """Keep the cases' vectors, note which decided cases are nearest; returns how many were new.

    Safe to run twice. Where AI is stopped nothing is read: a round after the stop does it. Slow
    (some 30 texts a second), so the embedding works outside transactions.
    """
    if embedder is None:
        return 0
    cases = _readable(case_ids)
    texts = _readable_texts(cases)
    keys = {text_key(text): text for text in texts.values()}
    known = known_vectors(keys, embedder=embedder)
    fresh = {key: text for key, text in keys.items() if key not in known}
    made = embedder.embed(list(fresh.values()))
    known |= {key: packed(row) for key, row in zip(fresh, made, strict=True)}
    vectors = _vectors(cases, texts, known=known, embedder=embedder)
    _replace(vectors, list(_found(vectors, embedder=embedder)))
    return len(fresh)


def remember_anew(*, embedder: Embedder | None) -> int:
    """Have the latest cases remembered that are not, and open ones compared again that found few.

    Returns how many. Vectors of another embedding go: they can be compared with nothing any more.
    """
    if embedder is None:
        return 0
    Vector.objects.exclude(embedder=embedder.name).delete()
    asked = 0
    for process in processes():
        missing = not_remembered(process, embedder=embedder).values_list("pk", flat=True)
        short = short_of_similar(process).values_list("pk", flat=True)[:MOST_AGAIN]
        cases = list(dict.fromkeys([*missing, *short]))
        ask_to_remember(cases, embedder=embedder)
        asked += len(cases)
    return asked


def _readable(case_ids: Sequence[int]) -> list[Case]:
    """Those that AI may read: not where it is stopped, nor where the sender wished for a person,
    nor what was contested.
    """
    cases = Case.objects.among(case_ids).select_related("process")
    closed_to_ai = {process for process in {case.process for case in cases} if stopped(process)}
    wishes = wishes_of(cases)
    free = [one for one in cases if one.process not in closed_to_ai and one.pk not in wishes]
    return [one for one in free if one.reason != Reason.CONTESTED]


def _readable_texts(cases: Sequence[Case]) -> dict[int, str]:
    """The texts that are not too long for AI, by case."""
    return {pk: text for pk, text in text_of(cases).items() if len(text) <= MOST_CHARACTERS}


def _vectors(
    cases: Sequence[Case],
    texts: Mapping[int, str],
    *,
    known: Mapping[str, bytes],
    embedder: Embedder,
) -> list[Vector]:
    """A vector for each case whose text has one among the `known`."""
    keys = {pk: text_key(text) for pk, text in texts.items()}
    return [
        Vector(
            case=case,
            process=case.process,
            embedder=embedder.name,
            text_key=keys[case.pk],
            numbers=known[keys[case.pk]],
        )
        for case in cases
        if keys.get(case.pk) in known
    ]


def _found(vectors: Sequence[Vector], *, embedder: Embedder) -> Iterator[Similar]:
    """The decided cases nearest to each, itself left out."""
    for process in {vector.process for vector in vectors}:
        ours = [vector for vector in vectors if vector.process == process]
        there = decided(process, embedder=embedder)
        rows = unpacked([vector.numbers for vector in ours], dimension=embedder.dimension)
        chosen = {
            vector.case: _nearest(vector.case, row, there)
            for vector, row in zip(ours, rows, strict=True)
        }
        decisions = decisions_in({case for found in chosen.values() for case in found})
        for case, found in chosen.items():
            known = [decisions[each] for each in found if each in decisions]
            for place, decision in enumerate(known, start=1):
                yield Similar(case=case, decision=decision, place=place)


def _nearest(case: Case, row: Vectors, there: Decided) -> list[int]:
    alike = np.array(there.languages) == case.language
    others = there.vectors
    if case.pk in there.cases:
        others = others.copy()
        others[there.cases.index(case.pk)] = 0
    return [there.cases[at] for at in nearest(row, others, same_language=alike)]


@transaction.atomic
def _keep(vectors: Sequence[Vector]) -> set[int]:
    """Replace the vectors of these cases; gives those that are still there."""
    wanted = [vector.case_id for vector in vectors]
    there = set(
        Case.objects.among(wanted).order_by("pk").select_for_update().values_list("pk", flat=True)
    )
    Vector.objects.bulk_create(
        [vector for vector in vectors if vector.case_id in there],
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=["process", "embedder", "text_key", "numbers"],
    )
    return there


@transaction.atomic
def _replace(vectors: Sequence[Vector], found: Sequence[Similar]) -> None:
    """Replace what was known of these cases; those that are gone meanwhile are left out."""
    there = _keep(vectors)
    Similar.objects.filter(case__in=there).delete()
    Similar.objects.bulk_create([one for one in found if one.case_id in there])
