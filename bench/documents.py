"""Read documents: how fast, in how much memory, and how soon a file made to harm is refused.

Each is read in the process apart; beside it stands the same file read without one. Run
`python -m bench.documents [--quick] [--json FILE]`.
"""

import os
import random
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench import place
from bench.report import Row, at_least, at_most, main
from samspil.adapters.reading import UnreadableDocument, read
from samspil.adapters.reading.here import read_here
from samspil.adapters.reading.limits import MOST_MEMORY, MOST_PAGES
from tests.adapters.reading.packs import par, slide, slides, table, word
from tests.adapters.reading.packs import shape as box
from tests.adapters.reading.pdfs import pdf

MB = 1024**2
CHILD = b"samspil.adapters.reading.child"
LINES = 50
"""On a page of some 3,600 characters, as a handbook has them."""
PAGES_PER_S = 100
REFUSED_S = 5
SENTENCE = (
    "the team leader tells everybody before a holiday begins how many days are left and who takes "
    "over the cases that wait until the colleague is back at work on the following Monday morning"
)


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    place.fresh_home()
    read("first.txt", b"Text.")
    yield from _pages(100 if quick else 1_000)
    yield from _word(quick=quick)
    yield from _markdown()
    yield from _small(100)
    yield from _harm()
    yield from _largest(quick=quick)


def _pages(pages: int) -> Iterator[Row]:
    made = pdf(list(_text(pages)))
    apart = _seconds(lambda: read("a.pdf", made))
    here = _seconds(lambda: read_here("a.pdf", made))
    yield at_least(
        f"PDF, {pages:,} pages of text (in this process)",
        "pages/s",
        pages / apart,
        goal=PAGES_PER_S,
        baseline=pages / here,
    )


def _word(*, quick: bool) -> Iterator[Row]:
    body = "".join(
        par(f"Chapter {at}", style="berschrift1")
        + "".join(par(" ".join(page[line : line + 5])) for line in range(0, LINES, 5))
        + table(("Country", "Days"), ("Sweden", "5"))
        for at, page in enumerate(_text(100 if quick else 1_000))
    )
    made = word(body)
    for name, unit, size in (
        ("Word, packed", "MB/s", len(made) / MB),
        ("Word, its text", "MB/s", len(body) / MB),
    ):
        apart = _seconds(lambda: read("a.docx", made))
        here = _seconds(lambda: read_here("a.docx", made))
        yield Row(name=name, unit=unit, value=size / apart, baseline=size / here)


def _markdown() -> Iterator[Row]:
    path = place.data("spec_docs", "3.2.0.md")
    if path:
        size = path.stat().st_size / MB
        apart = _seconds(lambda: read(path.name, path))
        here = _seconds(lambda: read_here(path.name, path.read_bytes()))
        yield Row(name="Markdown", unit="MB/s", value=size / apart, baseline=size / here)


def _small(files: int) -> Iterator[Row]:
    made = slides(*(slide(box(f"Title {at}", kind="title"), box("Words")) for at in range(10)))
    apart = _seconds(lambda: [read("a.pptx", made) for _ in range(files)])
    here = _seconds(lambda: [read_here("a.pptx", made) for _ in range(files)])
    yield Row(
        name="files of ten slides", unit="files/s", value=files / apart, baseline=files / here
    )


def _harm() -> Iterator[Row]:
    files = {
        "Word file that unpacks to 100 MB": ("a.docx", word(par("a" * 100 * MB))),
        "web page of 200,000 nested elements": ("a.html", b"<div><b>" * 100_000 + b"deep"),
        "Markdown of 100,000 open brackets": ("a.md", b"[" * 100_000),
        "PDF that ends in the middle": ("a.pdf", pdf(list(_text(100)))[: 200 * 1024]),
    }
    for name, (file, raw) in files.items():
        seconds = _seconds(lambda file=file, raw=raw: _tried(file, raw))  # type: ignore[misc]
        yield at_most(name, "s", seconds, goal=REFUSED_S, baseline=None)


def _largest(*, quick: bool) -> Iterator[Row]:
    """The largest document there may be, in a process of its own for its memory's sake."""
    if quick:
        return
    made = pdf(list(_text(MOST_PAGES)))
    seconds = _seconds(lambda: read("a.pdf", made, most_memory=MOST_MEMORY - MB))
    yield Row(name=f"PDF of {MOST_PAGES:,} pages", unit="s", value=seconds)
    megabytes = (MOST_MEMORY - MB) // MB
    yield Row(name="… file", unit="MB", value=len(made) / MB)
    yield at_most("… memory", "MB", _peak("VmHWM", megabytes), goal=megabytes, baseline=None)
    yield at_most("… addresses", "MB", _peak("VmPeak", megabytes), goal=megabytes, baseline=None)


def _tried(name: str, raw: bytes) -> None:
    try:
        read(name, raw)
    except UnreadableDocument as why:
        print(f"  {name}: {why}")


def _text(pages: int) -> Iterator[list[str]]:
    """Pages of lines as long as printed ones; the same at every run."""
    lots, words = random.Random(1), SENTENCE.split()
    for page in range(pages):
        yield [f"{page} {' '.join(lots.choices(words, k=13))}" for _line in range(LINES)]


def _seconds(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def _peak(field: str, megabytes: int) -> float:
    """What the reading process with this limit took at most, in megabytes."""
    ending = CHILD + f"\0{megabytes}\0".encode()
    for path in Path("/proc").glob("[0-9]*"):
        parent = (path / "stat").read_text().rpartition(")")[2].split()[1]
        if int(parent) == os.getpid() and (path / "cmdline").read_bytes().endswith(ending):
            status = (path / "status").read_text().splitlines()
            return next(int(line.split()[1]) for line in status if line.startswith(field)) / 1024
    raise LookupError(field)


if __name__ == "__main__":
    main(measure, description=__doc__)
