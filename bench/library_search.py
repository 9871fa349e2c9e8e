"""How well tasks of the ready library are found for what people type in Danish and German.

The queries in bench/questions/tasks.csv are our own, as somebody would type them about their work;
the statements that answer them were chosen by patterns over all 19,265 before anything was
measured, and most of those have no Danish or German wording. A query counts as answered where one
of them stands among the first ten. The baseline is the search by words alone, in the same run.
Reading the library takes some minutes the first time; afterwards it comes from the shelf.

    python -m bench.library_search [--quick] [--json FILE]
"""

import csv
import time
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.report import Row, at_least, at_most, main
from bench.vectors import installed, shelf
from samspil.core.audit.library import (
    library_numbers,
    library_tasks_for,
    library_texts,
    task_at,
)
from samspil.core.audit.meaning import BY_MEANING, BY_WORDS, Meanings, joined, nearest, small
from samspil.core.embedding import Embedder

QUERIES = Path(__file__).parent / "questions" / "tasks.csv"
FIRST, RANKED = 10, 50
QUICK = 6
RECALL, MOST_MS, MOST_MB = 0.7, 150.0, 40.0
Find = Callable[[str, str], Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What somebody types, and the numbers of the statements that answer it."""

    language: str
    text: str
    right: frozenset[int]


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    asked, embedder = _queries(), installed()
    if embedder is None:
        return
    texts, numbers = library_texts(), library_numbers()
    if quick:
        some = _part(numbers, {one for query in asked for one in query.right})
        texts, numbers = [texts[at] for at in some], [numbers[at] for at in some]
    yield Row(name="statements", unit="", value=len(texts))
    rows = small(shelf(embedder, texts).embed(texts))
    meanings = Meanings(numbers=np.array(numbers, dtype=np.int32), rows=rows)
    yield from _found(asked, _by(embedder, meanings))
    yield at_most("vectors of the library", "MB", rows.nbytes / 1e6, goal=MOST_MB, baseline=None)
    yield from _speed(asked, embedder, meanings)


def _part(numbers: Sequence[int], right: Set[int]) -> list[int]:
    """The places of every right statement, and of every sixth of the others."""
    return [at for at, one in enumerate(numbers) if one in right or not at % QUICK]


def _found(asked: Sequence[Query], ways: tuple[Find, Find, Find]) -> Iterator[Row]:
    words, meaning, both = ways
    for said in ("da", "de", ""):
        some = [one for one in asked if said in ("", one.language)]
        base = _recall(some, words)
        name = f"{said or 'all'}: found in the first ten, {len(some)} queries"
        yield at_least(f"{name}, both", "share", _recall(some, both), goal=RECALL, baseline=base)
        yield Row(name=f"{name}, meaning alone", unit="share", value=_recall(some, meaning),
                  baseline=base)  # fmt: skip
    nothing = sum(not words(one.text, one.language) for one in asked) / len(asked)
    yield Row(name="queries for which words find nothing at all", unit="share", value=nothing)


def _by(embedder: Embedder, meanings: Meanings) -> tuple[Find, Find, Find]:
    here = {*meanings.numbers.tolist()}

    def words(text: str, language: str) -> Sequence[int]:
        found = library_tasks_for(text, language=language, most=len(library_numbers()))
        return [one.number for one in found if one.number in here][:RANKED]

    def meaning(text: str, _language: str) -> Sequence[int]:
        return nearest(meanings, embedder.embed([text])[0], most=RANKED)

    def both(text: str, language: str) -> Sequence[int]:
        orders = (words(text, language), meaning(text, language))
        return joined(orders, weights=(BY_WORDS, BY_MEANING), most=RANKED)

    return words, meaning, both


def _recall(asked: Sequence[Query], find: Find) -> float:
    hits = sum(bool({*find(one.text, one.language)[:FIRST]} & one.right) for one in asked)
    return hits / len(asked)


def _speed(asked: Sequence[Query], embedder: Embedder, meanings: Meanings) -> Iterator[Row]:
    words, _meaning, both = _by(embedder, meanings)
    base, ours = _median_ms(asked, words), _median_ms(asked, both)
    yield at_most("one search, median", "ms", ours, goal=MOST_MS, baseline=base)


def _median_ms(asked: Sequence[Query], find: Find) -> float:
    taken = []
    for one in asked:
        begun = time.perf_counter()
        find(one.text, one.language)
        taken.append((time.perf_counter() - begun) * 1_000)
    return float(np.median(taken))


def _queries() -> list[Query]:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    found = [
        Query(
            language=row["language"],
            text=row["query"],
            right=frozenset(map(int, row["right"].split())),
        )
        for row in rows
    ]
    for one in found:
        assert all(task_at(number) for number in one.right), one.text
    return found


if __name__ == "__main__":
    main(measure, description=__doc__)
