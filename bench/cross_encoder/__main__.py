"""What a network that reads question and passage together would add to declining.

It is learned from the texts in this folder, nine tenths of them; the others, and the handbooks with
their questions, it has not seen. The baseline is what Samspil has: nearness in meaning, and the
rule of twelve signs. Nothing of it is used by Samspil yet (decision 0055). Needs PyTorch, and
twenty minutes of one core.

    python -m bench.cross_encoder [--quick] [--json FILE]
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec

import numpy as np
from sklearn.metrics import roc_auc_score

from bench.cross_encoder.texts import LANGUAGES, Text, pairs, texts
from bench.deciding import SEEN, UNJUDGED, Judged, judged_by, reached, signs, traded
from bench.handbooks import SETS, Asked, further, questions
from bench.report import Row, main
from bench.retrieval import Library, library
from bench.vectors import installed
from samspil.adapters.embedding.e5 import E5, weights_of_package
from samspil.adapters.embedding.weights import Weights

Judge = Callable[[Sequence[str], Sequence[str]], list[float]]
"""How much speaks for each of these questions being answered by the passage at its place."""
QUICK = 24


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    embedder, weights = installed(), weights_of_package()
    if embedder is None or weights is None:
        return
    if find_spec("torch") is None:
        print("skipped: PyTorch is not installed")
        return
    from bench.cross_encoder.learning import judged, learn

    order = list(texts())
    random.Random(1).shuffle(order)
    order = order[:QUICK] if quick else order
    held, learned = order[: len(order) // 10], order[len(order) // 10 :]
    judge = partial(judged, learn(Weights.read(weights), learned))
    yield Row(name="passages learned from", unit="", value=len(learned))
    yield from _held(judge, held, embedder)
    if quick:
        return
    try:
        yield from _handbooks(judge, embedder)
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")


def _held(judge: Judge, held: Sequence[Text], embedder: E5) -> Iterator[Row]:
    asked = [pair for text in held for pair in pairs(text)]
    said, read = [each.question for each in asked], [each.text for each in asked]
    truth = [each.answers for each in asked]
    near = (embedder.embed(said) * embedder.embed(read)).sum(1)
    value, base = roc_auc_score(truth, judge(said, read)), roc_auc_score(truth, near)
    name = f"{len(asked)} questions written for {len(held)} passages set aside"
    yield Row(name=name, unit="AUC", value=float(value), baseline=float(base))


def _handbooks(judge: Judge, embedder: E5) -> Iterator[Row]:
    """The rule of signs, with and without what the network says of the passages found."""
    known = [
        each for language in LANGUAGES for each in questions(language) if each.kind not in UNJUDGED
    ]
    every = [*known, *further()]
    shelves = library(tuple(SETS), every, embedder)
    base = signs(shelves, every)
    read = np.array([_read(judge, shelves, each) for each in every])
    for said, among in (("", len(known)), (", all asked", len(every))):
        whole, plain = (
            judged_by(rows[:among], every[:among], many=len(known))
            for rows in (np.c_[base, read], base)
        )
        name = f"signs and network{said}"
        yield Row(name=name, unit="AUC", value=_area(whole), baseline=_area(plain))
        yield from reached(whole, plain, said, beside="signs")
        yield from traded(whole, plain, said)


def _area(found: Judged) -> float:
    return float(roc_auc_score(found.right, found.above))


def _read(judge: Judge, shelves: Library, asked: Asked) -> tuple[float, float]:
    """What the network says of the first passage, and of the one it likes best."""
    found = shelves.found(asked, limit=SEEN)
    if not found:
        return 0.0, 0.0
    read = [f"{' / '.join(each.headings[-2:])}\n{each.text}" for each in found]
    values = judge([asked.text] * len(read), read)
    return values[0], max(values)


if __name__ == "__main__":
    main(measure, description=__doc__)
