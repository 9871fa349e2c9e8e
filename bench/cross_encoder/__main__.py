"""How well Samspil reads question and passage together, and what that adds to declining.

The passages in `aside` were written for this, and nothing is learned from them or from handbooks.
The baselines are nearness in meaning, sentences chosen by words, and the rule of signs without
reading.

    python -m bench.cross_encoder [--quick] [--json FILE] [--write]

`--write` first learns it anew from `texts` and lets Samspil use that; the weights of the signs are
to be learned anew then (`python -m bench.knowledge --learn`). It needs PyTorch, and an hour and a
half of one core.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from sklearn.metrics import roc_auc_score

from bench.cross_encoder.held import of_held
from bench.cross_encoder.near import near
from bench.cross_encoder.texts import ASIDE, LANGUAGES, Text, headed, pairs, texts
from bench.deciding import UNJUDGED, Judged, judged_by, reached, signs, traded
from bench.handbooks import SETS, further, questions
from bench.judging import Kept
from bench.report import Row, parser, show
from bench.retrieval import library
from bench.vectors import installed, shelf
from samspil.adapters.embedding.cross_encoder import GRAPH, CrossEncoder
from samspil.adapters.embedding.e5 import E5, weights_of_package
from samspil.adapters.embedding.weights import Weights
from samspil.core.knowledge.signs import Judging
from script.cross_encoder_network import cross_encoder

QUICK = 12
"""Passages of a quick run."""


def measure(*, quick: bool, write: bool) -> Iterable[Row]:
    """Yield every row."""
    embedder, weights = installed(), weights_of_package()
    if embedder is None or weights is None:
        return
    learned = texts()
    if write:
        _write(learned[:QUICK] if quick else learned, embedder, weights)
    judge = Kept(encoder=CrossEncoder.load(weights))
    yield Row(name="passages to learn from", unit="", value=len(learned))
    aside = texts(ASIDE)
    aside = aside[:QUICK] if quick else aside
    yield from of_held(judge, aside, shelf(embedder, _read_of(aside)))
    if quick:
        return
    try:
        yield from _handbooks(judge.judge, embedder)
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")


def _write(learned: Sequence[Text], embedder: E5, weights: Path) -> None:
    if find_spec("torch") is None:
        raise SystemExit("PyTorch is not installed: python -m pip install torch")
    from bench.cross_encoder.learning import learn

    close = near(learned, shelf(embedder, _read_of(learned)))
    network = learn(Weights.read(weights), learned, near=close)
    GRAPH.write_bytes(cross_encoder(network.held()).SerializeToString())


def _read_of(given: Sequence[Text]) -> list[str]:
    return [
        said for text in given for said in (headed(text), *(pair.question for pair in pairs(text)))
    ]


def _handbooks(judge: Judging, embedder: E5) -> Iterator[Row]:
    """The rule of signs, with and without what the network says of the passages found."""
    known = [
        each for language in LANGUAGES for each in questions(language) if each.kind not in UNJUDGED
    ]
    every = [*known, *further()]
    shelves = library(tuple(SETS), every, embedder)
    read, base = signs(shelves, every, judge=judge), signs(shelves, every)
    for said, among in (("", len(known)), (", all asked", len(every))):
        whole, plain = (
            judged_by(rows[:among], every[:among], many=len(known)) for rows in (read, base)
        )
        name = f"signs and reading{said}"
        yield Row(name=name, unit="AUC", value=_area(whole), baseline=_area(plain))
        yield from reached(whole, plain, said, beside="signs")
        yield from traded(whole, plain, said)


def _area(found: Judged) -> float:
    return float(roc_auc_score(found.right, found.above))


if __name__ == "__main__":
    words = parser(__doc__)
    words.add_argument("--write", action="store_true", help="let Samspil use what was learned")
    options = words.parse_args()
    show(lambda: measure(quick=options.quick, write=options.write), json_file=options.json)
