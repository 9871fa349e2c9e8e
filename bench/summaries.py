"""Summaries: how fast a long specification is said in short, and how well; and minutes of meetings.

`python -m bench.summaries [--quick] [--json FILE]`
"""

import csv
import time
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from statistics import mean

from bench import place
from bench.handbooks import SETS, Document, documents, questions
from bench.report import Row, at_least, at_most, main
from bench.summarised import Quality, central, leading, ours, quality, speaks_to
from samspil.adapters.reading import read
from samspil.core.summarising.document import summarise
from samspil.core.summarising.facts import facts
from samspil.core.summarising.meetings.line import Line, Sort
from samspil.core.summarising.meetings.minutes import minutes
from samspil.core.summarising.meetings.transcript import utterances

MEETINGS = Path(__file__).parent / "meetings"
PAGE = 3_000
"""Characters of a page of a specification."""
BUDGET = 400
MOST_S = 5
SPECIFICATIONS = ("3.0.4.md", "3.1.1.md", "3.2.0.md")
WAYS = {"ours": ours, "lead": leading, "central": central}
FEWER_IS_BETTER = ("repeated", "leaning")


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    place.fresh_home()
    yield from _speed()
    yield from _quality(_specifications(), "specification")
    if place.data("handbooks"):
        long = [one for name in SETS for one in documents(name) if _words(one) > 1_500]
        yield from _quality(long, "handbook")
        yield from _asked()
    for chosen in ("known", "held"):
        yield from _minutes(chosen)


def _specifications() -> list[Document]:
    found = []
    for name in SPECIFICATIONS:
        path = place.data("spec_docs", name)
        if path:
            sections = read(name, path).sections
            found.append(Document(name=name, language="en", sections=sections))
    return found


def _words(document: Document) -> int:
    return sum(len(section.text.split()) for section in document.sections)


def _speed() -> Iterator[Row]:
    read("first.txt", b"Text.")
    for name in SPECIFICATIONS:
        path = place.data("spec_docs", name)
        if path is None:
            continue
        began = time.perf_counter()
        sections = read(name, path).sections
        summarise(sections, language="en")
        found = list(facts(sections))
        took = time.perf_counter() - began
        pages = sum(len(section.text) for section in sections) / PAGE
        yield at_most(
            f"{name}: {pages:.0f} pages read, summarised, {len(found)} facts", "s", took,
            goal=MOST_S, baseline=None,
        )  # fmt: skip


def _quality(some: list[Document], what: str) -> Iterator[Row]:
    if not some:
        return
    found = {
        way: [quality(one, choose(one, BUDGET)) for one in some] for way, choose in WAYS.items()
    }
    for field in fields(Quality):
        said = {way: mean(getattr(one, field.name) for one in rows) for way, rows in found.items()}
        for baseline in ("lead", "central"):
            yield Row(
                name=f"{what}, {BUDGET} words: {field.name} (baseline: {baseline})",
                unit="share", value=said["ours"], baseline=said[baseline],
            )  # fmt: skip


def _asked() -> Iterator[Row]:
    """Questions that people would ask: whether the long summary has a sentence of the answer."""
    hits: dict[str, list[bool]] = {way: [] for way in WAYS}
    known = {one.name: one for name in SETS for one in documents(name)}
    for language in ("da", "de", "en"):
        asked = [one for one in questions(language) if one.answers]
        names = {name for one in asked for name, _heading in one.answers}
        chosen = {
            way: {name: choose(known[name], _long(known[name])) for name in names}
            for way, choose in WAYS.items()
        }
        for one in asked:
            for way, made in chosen.items():
                hits[way].append(
                    any(speaks_to(known[name], made[name], one.answers) for name, _ in one.answers)
                )
    for baseline in ("lead", "central"):
        yield Row(
            name=f"questions a tenth of the handbook speaks to (baseline: {baseline})",
            unit="share", value=mean(hits["ours"]), baseline=mean(hits[baseline]),
        )  # fmt: skip


def _long(document: Document) -> int:
    return max(60, _words(document) // 10)


def _minutes(chosen: str) -> Iterator[Row]:
    truth = _rows("truth.csv")
    hits = dict.fromkeys(Sort, 0)
    made, wanted = dict.fromkeys(Sort, 0), dict.fromkeys(Sort, 0)
    right = 0
    for meeting in (one for one in _rows("meetings.csv") if one["set"] == chosen):
        said = utterances((MEETINGS / chosen / meeting["meeting"]).read_text(encoding="utf-8"))
        lines = minutes(
            said, language=meeting["language"], met_on=date.fromisoformat(meeting["met_on"])
        )
        left = [row for row in truth if row["meeting"] == meeting["meeting"]]
        for row in left:
            wanted[Sort(row["sort"])] += 1
        for line in lines:
            made[line.sort] += 1
            text = said[line.utterance].text[line.start : line.end]
            found = next((r for r in left if r["sort"] == line.sort and r["words"] in text), None)
            if found is not None:
                left.remove(found)
                hits[line.sort] += 1
                right += line.sort is Sort.ACTION and _same(line, found)
    for sort in Sort:
        yield at_least(
            f"minutes, {chosen} ({wanted[sort]}): {sort} found", "share", hits[sort] / wanted[sort],
            goal=0.8, baseline=None,
        )  # fmt: skip
        yield at_least(
            f"minutes, {chosen} ({made[sort]}): {sort} right", "share", hits[sort] / made[sort],
            goal=0.9, baseline=None,
        )  # fmt: skip
    yield at_least(
        f"minutes, {chosen}: owner and day right of the actions found", "share",
        right / hits[Sort.ACTION], goal=0.9, baseline=None,
    )  # fmt: skip


def _same(line: Line, truth: dict[str, str]) -> bool:
    day = line.due.isoformat() if line.due else ""
    return (line.owner, day) == (truth["owner"], truth["due"])


def _rows(name: str) -> list[dict[str, str]]:
    with (MEETINGS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main(measure, description=__doc__)
