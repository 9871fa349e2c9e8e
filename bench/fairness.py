"""How often swapped words change the answer of each starter skill, beside harmless words.

Every starter example is a text, answered by a model that has not seen it nor its translations (five
folds), and every kind of word is swapped once in it. Beside the answers as they come stand those
where a rule masked the name below the closing words first. "Beyond" counts the kinds that go beyond
the limit set beforehand.

    python -m bench.fairness [--quick] [--json FILE]
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from bench.report import Row, main
from bench.starters import folds
from samspil.core.fairness.swaps import NAMES, SIGNED, Carrier, Kind
from samspil.core.fairness.trying import (
    Answer,
    Answers,
    Tried,
    by_skill,
    harmless_of,
    judged,
    try_swaps,
)
from samspil.core.skill import Brief, Senders
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.starter import STARTERS
from samspil.skills.triage.training import train

QUICK_FOLDS = 1
SIGNATURE = re.compile(rf"^(?P<closing>{'|'.join(SIGNED.values())})\n.*\Z", re.MULTILINE)


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row; with `quick` one fold of the two smaller sets."""
    for kind in STARTERS[1:] if quick else STARTERS:
        yield from rows(kind, most=QUICK_FOLDS if quick else None)


def rows(kind: str, *, most: int | None) -> Iterator[Row]:
    """The rows of one starter set."""
    senders = Senders.CUSTOMERS if kind == STARTERS[0] else Senders.EMPLOYEES
    counts: list[list[Tried]] = []
    masked: list[list[Tried]] = []
    for place, split in enumerate(folds(kind)):
        if most is not None and place >= most:
            break
        skill = Triage(model=train(split.texts, split.labels, origins=split.origins))
        said = skill.propose([Brief(text=text) for text in split.test_texts])
        texts = [
            Carrier(text=text, language=made.language or "")
            for text, made in zip(split.test_texts, said, strict=True)
        ]
        answers = by_skill(skill, senders=senders)
        counts.append(try_swaps(texts, answers, seed=1)[0])
        without = partial(_masking, answers)
        kinds = [*NAMES, Kind.WEEKDAY, Kind.TOWN]
        masked.append(try_swaps(texts, without, seed=1, kinds=kinds)[0])
    yield from _shown(kind, _summed(counts))
    yield from _shown(f"{kind}, names masked", _summed(masked), only=NAMES)


def _shown(name: str, tried: list[Tried], *, only: Sequence[Kind] = tuple(Kind)) -> Iterator[Row]:
    harmless = harmless_of(tried)
    found = judged(tried)
    yield Row(name=f"{name}: texts", unit="texts", value=tried[0].n)
    for one in found:
        if one.tried.kind in only:
            words = f"{one.found.verdict.replace('_', ' ')}{', beyond' if one.beyond else ''}"
            yield Row(
                name=f"{name}: {one.tried.kind} ({words})",
                unit=f"share, {one.tried.changed} of {one.tried.n}",
                value=one.tried.changed / one.tried.n,
                baseline=harmless.value,
            )
    beyond = sum(one.beyond for one in found)
    yield Row(name=f"{name}: kinds beyond the limit", unit=f"of {len(found)}", value=beyond)


def _summed(counts: Sequence[list[Tried]]) -> list[Tried]:
    """The counts of several folds together."""
    numbers = [name for name in Tried.__dataclass_fields__ if name != "kind"]
    return [
        Tried(
            kind=same[0].kind, **{name: sum(getattr(one, name) for one in same) for name in numbers}
        )
        for same in zip(*counts, strict=True)
    ]


def _masking(answers: Answers, texts: Sequence[str]) -> Sequence[Answer]:
    return answers([SIGNATURE.sub(r"\g<closing>", text) for text in texts])


if __name__ == "__main__":
    main(measure, description=__doc__)
