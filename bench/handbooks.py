"""Real handbooks as sections, and the questions about them that stand in bench/questions.

Markdown and JSON are read simply here: what a section is called counts, not how it looks.
"""

import csv
import html
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samspil.core.knowledge.index import Entry
from samspil.core.knowledge.sections import Section, passages

DATA = Path(os.environ.get("SAMSPIL_DATA", "../shared/data")) / "handbooks"
QUESTIONS = Path(__file__).parent / "questions"
SETS = {"techchapter_da": "da", "zealand_da": "da", "nadoo_de": "de", "basecamp_en": "en"}
"""The handbooks of four organisations, each in its language."""
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$|^<h(\d)[^>]*>(.*)</h\d>$")
MARKUP = re.compile(
    r"<!--.*?-->|<[^>]{1,300}>|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`|]{1,3}|(?<!\w)_|_(?!\w)|\[|\]",
    re.DOTALL,
)
BLANK = re.compile(r"[ \t]+")
BULLET = re.compile(r"^- (.{3,90})$")


Place = tuple[str, str]
"""A section by its document's name and its heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a handbook; `name` says the set too."""

    name: str
    language: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about a handbook.

    `answers` are the sections that answer it, by document and heading; none where nothing does.
    """

    text: str
    language: str
    handbook: str
    answers: frozenset[Place]
    kind: str


@cache
def documents(handbook: str) -> tuple[Document, ...]:
    """All documents of a set; raises FileNotFoundError where the data is not there."""
    made = _zealand() if handbook == "zealand_da" else _markdown(handbook)
    return tuple(
        Document(name=f"{handbook}/{name}", language=SETS[handbook], sections=tuple(sections))
        for name, sections in made
        if sections
    )


def entries(document: Document) -> Iterator[tuple[Place, Entry]]:
    """Each passage with the section it is from."""
    for passage in passages(document.sections):
        headings = document.sections[passage.section].headings
        yield (document.name, headings[-1]), Entry(headings=headings, text=passage.text)


@cache
def questions(language: str) -> tuple[Asked, ...]:
    """The questions of a language, those that nothing answers included."""
    with (QUESTIONS / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_asked(row, language) for row in csv.DictReader(file))


@cache
def further() -> tuple[Asked, ...]:
    """Questions that only test declining, each in its handbook's language; none is learned from.

    They were written after the rule was learned, before anybody saw how it judges them; in each
    handbook, answerable and not, every second one has since been used to look for better signs.
    """
    with (QUESTIONS / "declining.csv").open(encoding="utf-8", newline="") as file:
        rows = [{**row} for row in csv.DictReader(file)]
    return tuple(_asked(row, SETS[row["document"].split("/")[0]]) for row in rows)


def _asked(row: dict[str, str], language: str) -> Asked:
    wanted = [(row["document"], row["heading"])] if row["heading"] else []
    wanted += [(each.split("#")[0], each.split("#")[1]) for each in row["also"].split("|") if each]
    return Asked(
        text=row["question"],
        language=language,
        handbook=row["document"].split("/")[0],
        answers=frozenset(place for each in wanted for place in _places(*each)),
        kind=row["kind"],
    )


def _places(name: str, heading: str) -> list[Place]:
    """The sections of a document whose heading holds these letters."""
    (document,) = (each for each in documents(name.split("/")[0]) if each.name == name)
    found = [
        (name, section.headings[-1])
        for section in document.sections
        if letters(heading) in letters(section.headings[-1])
    ]
    if not found:
        raise ValueError(f"{name} has no section called {heading!r}.")
    return found


def letters(text: str) -> str:
    """A text's letters and digits, all small: what is left when it is written another way."""
    return "".join(filter(str.isalnum, text.casefold()))


def _markdown(handbook: str) -> Iterator[tuple[str, list[Section]]]:
    folder = DATA / handbook
    if not folder.exists():
        raise FileNotFoundError(2, "no data", str(folder))
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix().removeprefix("docs/")
        yield name, _sections(path.read_text(encoding="utf-8"), title=path.stem)


def _sections(text: str, *, title: str) -> list[Section]:
    found: list[Section] = []
    above: list[str] = []
    lines: list[str] = []

    def close() -> None:
        said = _plain("\n".join(lines))
        if any(sign.isalnum() for sign in said):
            found.append(Section(headings=tuple(filter(None, above)) or (title,), text=said))
        lines.clear()

    for line in MARKUP_COMMENT.sub("", text).splitlines():
        head = HEADING.match(line.strip())
        said = _plain(head.group(2) or head.group(4) or "") if head else ""
        if head and any(sign.isalnum() for sign in said):
            close()
            level = int(head.group(3) or len(head.group(1) or ""))
            above = [*[*above, *([""] * level)][: level - 1], said]
        else:
            lines.append(line)
    close()
    return found


MARKUP_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def _plain(text: str) -> str:
    plain = html.unescape(MARKUP.sub(" ", text))
    lines = (BLANK.sub(" ", line).strip(" -:\u200b") for line in plain.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _zealand() -> Iterator[tuple[str, list[Section]]]:
    """Articles of a handbook taken from a PDF; those of one title follow each other."""
    said = json.loads((DATA / "zealand_da" / "extracted_content_improved.json").read_text("utf-8"))
    made: dict[str, list[Section]] = {}
    for article in said["articles"]:
        _article(article["title"], article["content"].splitlines(), made)
    yield from made.items()


def _article(title: str, lines: list[str], made: dict[str, list[Section]]) -> None:
    heading = ""
    kept: list[str] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        bullet = BULLET.match(line)
        alone = re.fullmatch(r"[A-ZÆØÅ][\w /-]{2,30}", line) and following.startswith("- ")
        if alone or (
            bullet
            and not bullet.group(1).endswith(".")
            and following[:1].strip()
            and (following.startswith("o ") or following[:1].isupper())
        ):
            _close(title, heading, kept, made)
            heading, kept = (bullet.group(1).strip() if bullet else ""), []
            title = title if bullet else line.strip()
        else:
            kept.append(re.sub(r"^(?:- |o |▪ |• )", "", line))
    _close(title, heading, kept, made)


def _close(title: str, heading: str, lines: list[str], made: dict[str, list[Section]]) -> None:
    said = "\n".join(lines).strip()
    if said:
        headings = (title, heading) if heading else (title,)
        made.setdefault(title, []).append(Section(headings=headings, text=said))
