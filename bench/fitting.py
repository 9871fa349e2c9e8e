"""How often a standard answer is given where it should be, and where it should not."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from bench.handbooks import QUESTIONS, Asked
from bench.report import Row, at_most
from bench.retrieval import Library
from bench.vectors import shelf
from samspil.adapters.embedding.e5 import E5
from samspil.core.knowledge.fitting import Worded, fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A wording, and a question that asks for the same in its words, in others, or for more."""

    wording: str
    question: str
    same: str


@cache
def pairs() -> tuple[Pair, ...]:
    """The pairs of bench/questions: `same` is words, yes (in other words), or no."""
    with (QUESTIONS / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = [{**row} for row in csv.DictReader(file)]
    return tuple(
        Pair(wording=row["wording"], question=row["question"], same=row["same"]) for row in rows
    )


def fitting(asked: list[Asked], shelves: Library, embedder: E5 | None) -> Iterator[Row]:
    """Given and offered, of pairs; and given wrongly, of the handbooks' own questions."""
    texts = sorted({text for one in pairs() for text in (one.wording, one.question)})
    vectors = dict(shelves.vectors)
    if embedder is not None:
        vectors |= dict(zip(texts, shelf(embedder, texts).embed(texts), strict=True))

    def worded(text: str) -> Worded:
        return Worded(text=text, vector=vectors.get(text))

    def found(one: Pair) -> tuple[bool, bool]:
        others = [p.question for p in pairs() if p.wording == one.wording and p.same == "yes"]
        known = [one.wording, *(text for text in others if text != one.question)]
        near = fit(worded(one.question), [worded(text) for text in known])
        return near is not None and near.fits, near is not None

    for same, said in (("words", "in its words"), ("yes", "in other words")):
        made = [found(one) for one in pairs() if one.same == same]
        given, near = (sum(each) / len(made) for each in zip(*made, strict=True))
        yield Row(name=f"standard answer given, asked {said}", unit="share", value=given)
        yield Row(name=f"standard answer at least offered, {said}", unit="share", value=near)
    wrong = [found(one)[0] for one in pairs() if one.same == "no"]
    name = f"standard answer given wrongly, {len(wrong)} near misses"
    yield at_most(name, "share", sum(wrong) / len(wrong), goal=0.01, baseline=None)
    own = [one for one in asked if one.kind in ("own", "paraphrase", "none")]
    missed = sum(_wrongly(one, own, worded) for one in own)
    name = f"standard answer given wrongly, {len(own)} handbook questions"
    yield at_most(name, "share", missed / len(own), goal=0.01, baseline=None)


def _wrongly(one: Asked, all_of_them: list[Asked], worded: Callable[[str], Worded]) -> bool:
    """Whether an answer to other questions of the handbook is given, and is none to this one."""
    for other in all_of_them:
        same = one.answers & other.answers
        if other is one or other.handbook != one.handbook or same:
            continue
        near = fit(worded(one.text), [worded(other.text)])
        if near is not None and near.fits:
            return True
    return False
