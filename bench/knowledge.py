"""How well questions find the section that answers them, and whether the rest is declined.

Four real handbooks, each the documents of one organisation, and questions written about them in
bench/questions: in the document's words or close to them ("own", "name", "number"), in others
("paraphrase"), in another language ("cross"), with no answer ("none"), and others that were
written only after the list of everyday words was fixed ("later"). Those of declining.csv were
written after all that was learned, and only test whether to decline. The baseline is BM25 of bm25s
on the same passages in the same run. The weights of the search were chosen on every second
question; "other half" are those they were not chosen on.

    python -m bench.knowledge [--quick] [--json FILE] [--learn]

`--learn` only prints the weights for samspil/core/knowledge/deciding.py.
"""

import time
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bench.deciding import SEEN, UNJUDGED, abroad, deciding, learned
from bench.fitting import fitting
from bench.handbooks import SETS, Asked, documents, entries, further, questions
from bench.judging import installed_judge
from bench.report import Row, at_least, at_most, parser, show
from bench.retrieval import Library, Search, bm25, library, rank
from bench.vectors import installed
from samspil.adapters.embedding.e5 import E5
from samspil.core.knowledge.answering import answer, supported
from samspil.core.knowledge.index import Index, Part, part_of

LANGUAGES = ("da", "de", "en")
APART = ("cross", "none", "later")
QUICK = ("techchapter_da",)
RECALL = 0.90
P95_MS, INDEXED = 50, 12.5
"""25 passages a second on two cores are half as many in a second of one."""
PASSAGES, ORGANISATIONS = 50_000, 40
TRIES, QUICK_TRIES = 400, 40


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    try:
        shelves, asked, embedder = _read(QUICK if quick else tuple(SETS))
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")
        return
    yield from _retrieval(shelves, asked)
    if embedder is not None:
        yield from _meaningless(shelves, asked)
    yield from _deciding(shelves, asked, quick=quick)
    yield from fitting(asked, shelves, embedder)
    yield from _indexing(embedder)
    yield from _speed(shelves, asked, embedder, quick=quick)


def _read(handbooks: Sequence[str]) -> tuple[Library, list[Asked], E5 | None]:
    asked = [
        each for language in LANGUAGES for each in questions(language) if each.handbook in handbooks
    ]
    tested = [each for each in further() if each.handbook in handbooks]
    embedder = installed()
    return library(handbooks, [*asked, *tested], embedder), asked, embedder


def _retrieval(shelves: Library, asked: Sequence[Asked]) -> Iterator[Row]:
    plain = bm25(shelves)
    for language in LANGUAGES:
        own = [each for each in asked if each.language == language and each.kind not in APART]
        if own:
            yield from _recalls(language, own, shelves.sections, plain)
    for kind, said in (("cross", "across languages"), ("later", "written later")):
        chosen = [each for each in asked if each.kind == kind]
        if chosen:
            yield _recall(f"recall@5, {said}", chosen, shelves.sections, plain)


def _recalls(language: str, own: Sequence[Asked], ours: Search, plain: Search) -> Iterator[Row]:
    mine, base = _recall_of(own, ours), _recall_of(own, plain)
    name = f"{language}: recall@5, {len(own)} questions"
    yield at_least(name, "share", mine, goal=RECALL, baseline=base)
    yield _recall(f"{language}: recall@5, other half", own[1::2], ours, plain)
    paraphrased = [each for each in own if each.kind == "paraphrase"]
    yield _recall(f"{language}: recall@5, in other words", paraphrased, ours, plain)
    yield Row(name=f"{language}: MRR", unit="", value=_mrr(own, ours), baseline=_mrr(own, plain))


def _meaningless(shelves: Library, asked: Sequence[Asked]) -> Iterator[Row]:
    without = Library(
        indexes=shelves.indexes, passages=shelves.passages, vectors={}, embedder=shelves.embedder
    )
    own = [each for each in asked if each.kind not in APART]
    value, whole = _recall_of(own, without.sections), _recall_of(own, shelves.sections)
    name = "recall@5 without embedding (baseline: with)"
    yield Row(name=name, unit="share", value=value, baseline=whole)


def _recall(name: str, asked: Sequence[Asked], ours: Search, plain: Search) -> Row:
    base = _recall_of(asked, plain)
    return Row(name=name, unit="share", value=_recall_of(asked, ours), baseline=base)


def _recall_of(asked: Sequence[Asked], search: Search) -> float:
    ranks = [rank(each, search(each)) for each in asked]
    return float(np.mean([at is not None and at < 5 for at in ranks]))


def _mrr(asked: Sequence[Asked], search: Search) -> float:
    ranks = [rank(each, search(each)) for each in asked]
    return float(np.mean([0 if at is None else 1 / (at + 1) for at in ranks]))


def _deciding(shelves: Library, asked: Sequence[Asked], *, quick: bool) -> Iterator[Row]:
    judged = [each for each in asked if each.kind not in UNJUDGED]
    judge = installed_judge()
    if not quick:
        by_words = library(tuple(SETS), judged, None)
        read = judge.judge if judge else None
        yield from deciding(shelves, by_words, judged, judge=read)
        cross = [each for each in asked if each.kind == "cross"]
        yield from abroad(shelves, cross, judged, judge=read)
    made = [
        (each, answer(each.text, shelves.found(each, limit=SEEN), judge=judge)) for each in judged
    ]
    given = [(each, said) for each, said in made if each.answers and said.declined is None]
    right = [
        any(shelves.place(quote.evidence) in each.answers for quote in said.quotes)
        for each, said in given
    ]
    yield Row(
        name="answers that quote the section wanted", unit="share", value=float(np.mean(right))
    )
    whole = float(np.mean([supported(said) for _, said in made]))
    yield at_least("answers supported by what they cite", "share", whole, goal=1.0, baseline=None)


def _indexing(embedder: E5 | None) -> Iterator[Row]:
    found = [list(entries(document)) for document in documents(QUICK[0])]
    texts = [each for document in found for _, each in document]
    began = time.process_time()
    for document in found:
        part_of((each for _, each in document), language="da").packed()
    speed = len(texts) / (time.process_time() - began)
    yield Row(name="indexing without embedding", unit="passages/CPU s", value=speed)
    if embedder is not None:
        began = time.process_time()
        embedder.embed([each.meaning for each in texts])
        speed = len(texts) / (time.process_time() - began)
        name = "indexing with embedding"
        yield at_least(name, "passages/CPU s", speed, goal=INDEXED, baseline=None)


def _speed(
    shelves: Library, asked: Sequence[Asked], embedder: E5 | None, *, quick: bool
) -> Iterator[Row]:
    """Search among many organisations; their documents are the handbooks, again and again."""
    chance = np.random.default_rng(0)
    known = [part for index in shelves.indexes.values() for part in index.parts]
    each = PASSAGES // ORGANISATIONS
    organisations = [Index.of(_parts(known, each, chance)) for _ in range(ORGANISATIONS)]
    tries = QUICK_TRIES if quick else TRIES
    texts = [asked[at % len(asked)].text for at in range(tries)]
    searching, whole = [], []
    for number, text in enumerate(texts):
        began = time.perf_counter()
        vector = None if embedder is None else embedder.embed([text])[0]
        between = time.perf_counter()
        index = Index.of(organisations[number % ORGANISATIONS].parts)
        index.search(text, vector=vector, embedder=shelves.embedder, limit=10)
        ended = time.perf_counter()
        searching.append(ended - between)
        whole.append(ended - began)
    name = f"one question, {PASSAGES:,} passages, {ORGANISATIONS} organisations"
    value = _p95(whole)
    yield at_most(name, "ms p95", value, goal=P95_MS, baseline=None)
    yield Row(name=f"{name}, search only", unit="ms p95", value=_p95(searching))
    everything = Index.of([part for index in organisations for part in index.parts])
    seconds = []
    vector = chance.standard_normal(384).astype(np.float32)
    for text in texts[: tries // 10]:
        began = time.perf_counter()
        everything.search(text, vector=vector, embedder=shelves.embedder, limit=10)
        seconds.append(time.perf_counter() - began)
    name = f"one organisation with all {PASSAGES:,}, search only"
    yield Row(name=name, unit="ms p95", value=_p95(seconds))


def _parts(known: Sequence[Part], many: int, chance: np.random.Generator) -> Iterator[Part]:
    total = 0
    while total < many:
        part = known[int(chance.integers(len(known)))]
        rows = chance.standard_normal((len(part), 384)).astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        total += len(part)
        yield part.with_vectors(rows, embedder=part.embedder)


def _p95(seconds: Sequence[float] | NDArray[np.float64]) -> float:
    return 1_000 * float(np.quantile(seconds, 0.95))


if __name__ == "__main__":
    words = parser(__doc__)
    words.add_argument("--learn", action="store_true", help="print the weights of the decision")
    options = words.parse_args()
    if options.learn:
        shelves, asked, _ = _read(tuple(SETS))
        told = [each for each in asked if each.kind not in UNJUDGED]
        judge = installed_judge()
        print(*learned(shelves, told, judge=judge.judge if judge else None), sep="\n")
        by_words = library(tuple(SETS), told, None)
        print("By words:", *learned(by_words, told), sep="\n")
    else:
        show(lambda: measure(options.quick), json_file=options.json)
