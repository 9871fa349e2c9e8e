"""How much of what leads to a person is found, and how often something else is taken for it.

Lines written by hand in bench/detecting_lines, in Danish, German and English, with what stands in
them marked; half of them hold only what looks like it. "first" was written before the detectors,
which were mended on it; "later" was written after that and showed faults that were mended; "last"
was written after those, and so again. What each showed at first sight stands in decision 0029.
A number counts as found where all of it is covered, a postal address where four fifths are, words
where the line is known to hold such. The baseline are regular expressions as people commonly write
them. Messages of the public set MASSIVE hold hardly anything that leads to a person: there, what
is found is counted as a false alarm.

    python -m bench.detecting [--quick] [--json FILE]
"""

import csv
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.report import Row, at_least, at_most, main
from bench.triage_accuracy import massive
from samspil.core.detecting import SPOKEN_OF, WRITTEN, Kind, find
from samspil.core.gateway.classing import class_of
from samspil.core.gateway.disguise import disguise, uncovered
from samspil.core.masking import DataClass, mask

LINES = Path(__file__).parent / "detecting_lines"
SETS = ("first", "later", "last")
MARK = re.compile(r"\{(\w+):([^{}]*)\}")
LANGUAGES = ("da", "de", "en")
RECALL, PRECISION = 0.99, 0.97
FALSE_ALARMS = 1.0
OVERHEAD_MS = 2.0
PROMISED = (Kind.CPR, Kind.IBAN, Kind.MAIL, Kind.PHONE)
WORDS = (Kind.HEALTH, Kind.UNION, Kind.BELIEF)
MOSTLY = 0.8
ROUNDS = 20
Place = tuple[int, int, Kind]
Finder = Callable[[str], Iterable[Place]]

COMMON = {
    Kind.CPR: r"\b\d{6}-?\d{4}\b",
    Kind.TAX: r"\b\d{11}\b",
    Kind.CVR: r"\b\d{8}\b",
    Kind.IBAN: r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
    Kind.CARD: r"\b(?:\d[ -]*?){13,16}\b",
    Kind.MAIL: r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}",
    Kind.PHONE: r"(?:\+\d{1,3}[ -]?)?\(?\d{2,5}\)?(?:[ /-]?\d{2,4}){2,4}",
    Kind.ADDRESS: r"[A-ZÆØÅÄÖÜ]\w+ \d+[A-Za-z]?, (?:\d{4,5} )?[A-ZÆØÅÄÖÜ]\w+",
    Kind.BIRTH: r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})\b",
    Kind.HEALTH: r"(?i)\b(?:syg|krank|sick|ill|disease|gravid|schwanger|pregnan)\w*",
    Kind.UNION: r"(?i)\b(?:fagforening|gewerkschaft|union)\w*",
    Kind.BELIEF: r"(?i)\b(?:religion|muslim|kirke|kirche|church|christ|krist)\w*",
}
COMMONLY = {kind: re.compile(pattern) for kind, pattern in COMMON.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text, and what stands in it."""

    language: str
    text: str
    marked: tuple[Place, ...]


def lines(name: str) -> Iterator[Line]:
    """The lines of a set."""
    with (LINES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
            yield _line(row["language"], row["text"].replace("\\n", "\n"))


def _line(language: str, said: str) -> Line:
    text, marked, at = "", [], 0
    for mark in MARK.finditer(said):
        text += said[at : mark.start()]
        marked.append((len(text), len(text) + len(mark.group(2)), Kind(mark.group(1))))
        text += mark.group(2)
        at = mark.end()
    return Line(language=language, text=text + said[at:], marked=tuple(marked))


def ours(text: str) -> list[Place]:
    """What the detectors find."""
    return [(one.start, one.end, one.kind) for one in find(text, frozenset(Kind))]


def commonly(text: str) -> list[Place]:
    """What plain regular expressions find."""
    return [
        (*one.span(), kind) for kind, pattern in COMMONLY.items() for one in pattern.finditer(text)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many were marked and of these found, how many were reported and of these right."""

    marked: int
    found: int
    reported: int
    right: int

    @property
    def recall(self) -> float:
        """The share of what is marked that is found."""
        return self.found / max(1, self.marked)

    @property
    def precision(self) -> float:
        """The share of what is reported that is marked; 1 where nothing is."""
        return self.right / self.reported if self.reported else 1.0


def counted(chosen: Sequence[Line], finder: Finder, kind: Kind) -> Counted:
    """The counts of one kind."""
    marked = found = reported = right = 0
    for line in chosen:
        wanted = [(start, end) for start, end, each in line.marked if each is kind]
        told = [(start, end) for start, end, each in finder(line.text) if each is kind]
        if kind in WORDS:
            wanted, told = wanted[:1] and [(0, 1)], told[:1] and [(0, 1)]
        marked += len(wanted)
        found += sum(_covered(each, told, kind) for each in wanted)
        reported += len(told)
        right += sum(any(a < d and c < b for c, d in wanted) for a, b in told)
    return Counted(marked=marked, found=found, reported=reported, right=right)


def _covered(wanted: tuple[int, int], told: Iterable[tuple[int, int]], kind: Kind) -> bool:
    start, end = wanted
    shared = sum(max(0, min(end, d) - max(start, c)) for c, d in told)
    return shared >= (end - start) * (MOSTLY if kind is Kind.ADDRESS else 1)


def wrong(name: str) -> Iterator[str]:
    """What was missed and what was taken for something else, for whoever mends the detectors."""
    for line in lines(name):
        told = ours(line.text)
        for start, end, kind in line.marked:
            if not _covered((start, end), [one[:2] for one in told if one[2] is kind], kind):
                yield f"missed {kind}: {line.text[start:end]!r} in {line.text!r}"
        for start, end, kind in told:
            if not any(a < end and start < b and each is kind for a, b, each in line.marked):
                yield f"false {kind}: {line.text[start:end]!r} in {line.text!r}"


def measure(quick: bool) -> Iterator[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    for name in SETS:
        chosen = list(lines(name))
        yield Row(name=f"{name}: lines", unit="lines", value=len(chosen))
        nothing = sum(not line.marked for line in chosen)
        yield Row(name=f"{name}: lines that hold nothing", unit="lines", value=nothing)
        for kind in sorted({each for line in chosen for _, _, each in line.marked}):
            yield from _of_kind(name, chosen, kind)
        yield from _of_lines(name, chosen)
    yield from clean(quick=quick)
    yield from overhead([line.text for name in SETS for line in lines(name)])


def _of_kind(name: str, chosen: Sequence[Line], kind: Kind) -> Iterator[Row]:
    own, common = counted(chosen, ours, kind), counted(chosen, commonly, kind)
    for what, unit, goal, value, baseline in (
        ("recall", f"of {own.marked} marked", RECALL, own.recall, common.recall),
        ("precision", f"of {own.reported} found", PRECISION, own.precision, common.precision),
    ):
        said = f"{name}: {kind.value}, {what}"
        if kind in PROMISED:
            yield at_least(said, unit, value, goal=goal, baseline=baseline)
        else:
            yield Row(name=said, unit=unit, value=value, baseline=baseline)


def _of_lines(name: str, chosen: Sequence[Line]) -> Iterator[Row]:
    for language in LANGUAGES:
        empty = [line for line in chosen if line.language == language and not line.marked]
        value, common = (
            sum(bool(list(finder(line.text))) for line in empty) / max(1, len(empty))
            for finder in (ours, commonly)
        )
        yield Row(
            name=f"{name}: lines with nothing, something found, {language}",
            unit=f"of {len(empty)}", value=value, baseline=common,
        )  # fmt: skip


def clean(*, quick: bool) -> Iterator[Row]:
    """What is found in messages that name nobody."""
    for language in LANGUAGES:
        try:
            split = massive(language)
        except FileNotFoundError as missing:
            print(f"Skipped: {missing.filename} is not there.")
            continue
        chosen = split.test_texts[:500] if quick else [*split.texts, *split.test_texts]
        for said, kinds in (("written", WRITTEN), ("spoken of", SPOKEN_OF)):
            value, common = (
                1000 * sum(any(one[2] in kinds for one in finder(text)) for text in chosen)
                / len(chosen)
                for finder in (ours, commonly)
            )  # fmt: skip
            name = f"MASSIVE {language}: false alarms, {said}"
            unit = f"per 1,000 of {len(chosen)}"
            if said == "written":
                yield at_most(name, unit, value, goal=FALSE_ALARMS, baseline=common)
            else:
                yield Row(name=name, unit=unit, value=value, baseline=common)


def overhead(texts: Sequence[str]) -> Iterator[Row]:
    """What the gateway adds to a call: the class, the placeholders, and putting them back.

    Seconds of the processor, the best of twenty rounds, over the lines above: text full of numbers.
    """
    together = ["\n".join(texts[at : at + 25]) for at in range(0, len(texts), 25)]
    took = min(_seconds(together, _gateway) for _ in range(ROUNDS))
    kilobytes = sum(len(text.encode()) for text in together) / 1000
    baseline = _seconds(together, _commonly_hidden) / kilobytes
    yield at_most(
        "gateway overhead", "ms per kB", 1000 * took / kilobytes,
        goal=OVERHEAD_MS, baseline=1000 * baseline,
    )  # fmt: skip
    exactly = sum(_gateway(text) == mask(text).text for text in together) / len(together)
    yield at_least("put back exactly", "of texts", exactly, goal=1.0, baseline=None)


def _seconds(texts: Sequence[str], treated: Callable[[str], object]) -> float:
    began = time.process_time()
    for text in texts:
        treated(text)
    return time.process_time() - began


def _gateway(text: str) -> str:
    class_of(text, [], declared=DataClass.INTERNAL)
    hidden = disguise([text])
    return uncovered(hidden.texts[0], hidden.kept)


def _commonly_hidden(text: str) -> None:
    for pattern in COMMONLY.values():
        pattern.sub("[hidden]", text)


if __name__ == "__main__":
    main(measure, description=__doc__)
