"""How often sentences that pass as supported are supported, and how many are let through.

Real passages of four handbooks; sentences about them written by hand in bench/supporting_pairs:
those that the passage supports, and twins that it does not (another number, name or opposite, a
negation turned, something added). Further wrong ones are made from the right ones: cited from
another section, another's claim appended, a number changed, a negation put in or left out. The rule
was shaped on "chosen"; "held" was written afterwards and showed one fault that was mended; "later"
was written after that. The baseline is the share of a sentence's
words that stand in the passage, at the threshold that does best on "chosen".

    python -m bench.supporting [--quick] [--json FILE]
"""

import csv
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.handbooks import SETS, documents, entries
from bench.report import Row, at_least, parser, show
from samspil.core import words
from samspil.core.knowledge.sentences import sentences
from samspil.core.knowledge.supporting import fault_of
from samspil.core.knowledge.supporting.orders import gives_orders
from samspil.core.knowledge.supporting.polarity import NEGATIONS

PAIRS = Path(__file__).parent / "supporting_pairs"
PRECISION, RECALL = 0.98, 0.5
NUMBER = re.compile(r"\d+")
FLIPS = {"da": ("kan", "kan ikke"), "de": ("wird", "wird nicht"), "en": ("can", "cannot")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence, the passage it cites, and whether that passage says so."""

    language: str
    document: str
    passage: str
    sentence: str
    supported: bool
    kind: str


def measure(quick: bool) -> Iterator[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    try:
        sets = {name: list(pairs(name)) for name in ("chosen", "held", "later")}
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")
        return
    threshold = _best_threshold(sets["chosen"])
    for name, chosen in sets.items():
        yield from _rows(name, chosen, threshold)
        for language in () if quick else ("da", "de", "en"):
            own = [one for one in chosen if one.language == language]
            yield from _rows(f"{name}, {language}", own, threshold)
    if not quick:
        yield from _at_large()


def _at_large(least_words: int = 6) -> Iterator[Row]:
    """Every sentence of the handbooks as it is, and altered: nobody looked at these."""
    every = [
        Pair(language=language, document=document, passage=passage, sentence=sentence,
             supported=True, kind="as it is")
        for language, document, passage in _passages()
        for sentence in (passage[start:end] for start, end in sentences(passage))
        if len(sentence.split()) >= least_words and not gives_orders(sentence)
    ]  # fmt: skip
    for kind, altered in (
        ("number changed", [one for one in _made(every) if one.kind == "number made"]),
        ("negation turned", [one for one in _made(every) if one.kind == "negation made"]),
        ("cited from another document", [one for one in _made(every) if one.kind == "section"]),
        ("another's claim appended", [one for one in _made(every) if one.kind == "appended"]),
    ):
        stopped = [not _passes(one) for one in altered]
        share = sum(stopped) / max(1, len(stopped))
        yield at_least(
            f"at large, {kind}: of {len(altered)}, stopped", "share", share,
            goal=PRECISION, baseline=None,
        )  # fmt: skip
    whole = sum(map(_passes, every)) / max(1, len(every))
    yield at_least(
        f"at large: of {len(every)} word for word, pass", "share", whole, goal=RECALL, baseline=None
    )


def _rows(name: str, chosen: Sequence[Pair], threshold: float) -> Iterator[Row]:
    passed = [_passes(one) for one in chosen]
    baseline = [_overlap(one) >= threshold for one in chosen]
    yield at_least(
        f"{name}: of {sum(passed)} that pass, supported", "share", _precision(chosen, passed),
        goal=PRECISION, baseline=_precision(chosen, baseline),
    )  # fmt: skip
    right = sum(one.supported for one in chosen)
    yield at_least(
        f"{name}: of {right} supported (and {len(chosen) - right} not), pass", "share",
        _recall(chosen, passed), goal=RECALL, baseline=_recall(chosen, baseline),
    )  # fmt: skip


def pairs(name: str) -> Iterator[Pair]:
    """Every pair of one file, the made ones included; raises FileNotFoundError without data."""
    with (PAIRS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))
    passages = _passages()
    written = [_row(row, passages) for row in rows]
    yield from (pair for both in written for pair in both)
    right = [good for good, _ in written]
    yield from _made(right)


def _row(row: dict[str, str], passages: Sequence[tuple[str, str, str]]) -> tuple[Pair, Pair]:
    found = [one for one in passages if row["language"] == one[0] and row["anchor"] in one[2]]
    if not found:
        raise ValueError(f"No passage holds {row['anchor']!r}.")
    language, document, passage = found[0]
    facts = {"language": language, "document": document, "passage": passage}
    good = Pair(**facts, sentence=row["supported"], supported=True, kind="written")
    bad = Pair(**facts, sentence=row["unsupported"], supported=False, kind=row["kind"])
    return good, bad


def _passages() -> list[tuple[str, str, str]]:
    return [
        (language, document.name, entry.text)
        for handbook, language in SETS.items()
        for document in documents(handbook)
        for _place, entry in entries(document)
    ]


def _made(right: Sequence[Pair]) -> Iterator[Pair]:
    """Wrong sentences, made from right ones; which ones goes by a kept seed."""
    draw = random.Random(20261128)
    for one in right:
        others = [
            each for each in right
            if each.language == one.language and each.document != one.document
        ]  # fmt: skip
        other = draw.choice(others)
        yield _wrong(one, one.sentence, "section", passage=other.passage)
        added = f"{other.sentence[0].lower()}{other.sentence[1:]}"
        yield _wrong(one, f"{one.sentence.rstrip('.')}, {added}", "appended")
        if NUMBER.search(one.sentence):
            yield _wrong(one, NUMBER.sub(_other_number, one.sentence, count=1), "number made")
        if negated := _negated(one):
            yield _wrong(one, negated, "negation made")


def _wrong(one: Pair, sentence: str, kind: str, *, passage: str = "") -> Pair:
    return Pair(
        language=one.language, document=one.document, passage=passage or one.passage,
        sentence=sentence, supported=False, kind=kind,
    )  # fmt: skip


def _other_number(found: re.Match[str]) -> str:
    return str(int(found.group()) + 3)


def _negated(one: Pair) -> str:
    """With the first negation left out, or one put in; empty where there is no place for one."""
    said = one.sentence.split()
    for place, word in enumerate(said):
        if words.fold(word.strip(".,")) in NEGATIONS - {"kein", "keine", "keinen", "no", "ingen"}:
            return " ".join(said[:place] + said[place + 1 :])
    verb, turned = FLIPS[one.language]
    return (
        one.sentence.replace(f" {verb} ", f" {turned} ", 1) if f" {verb} " in one.sentence else ""
    )


def _passes(one: Pair) -> bool:
    return fault_of(one.sentence, [one.passage]) is None


def _overlap(one: Pair) -> float:
    mine = {piece.plain for piece in words.pieces(words.fold(one.sentence))}
    theirs = {piece.plain for piece in words.pieces(words.fold(one.passage))}
    return len(mine & theirs) / max(1, len(mine))


def _best_threshold(known: Sequence[Pair]) -> float:
    """The overlap at which most sentences are told right."""
    values = sorted({_overlap(one) for one in known})
    return max(
        values, key=lambda least: sum((_overlap(one) >= least) == one.supported for one in known)
    )


def _precision(chosen: Sequence[Pair], passed: Sequence[bool]) -> float:
    through = [one.supported for one, passes in zip(chosen, passed, strict=True) if passes]
    return sum(through) / max(1, len(through))


def _recall(chosen: Sequence[Pair], passed: Sequence[bool]) -> float:
    right = [passes for one, passes in zip(chosen, passed, strict=True) if one.supported]
    return sum(right) / max(1, len(right))


if __name__ == "__main__":
    options = parser(__doc__).parse_args()
    show(lambda: measure(options.quick), json_file=options.json)
