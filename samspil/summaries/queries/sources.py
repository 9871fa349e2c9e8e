"""What a summary is made from: a document's passages, or a file that was brought for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from samspil.adapters.reading import read
from samspil.core.knowledge.sections import Section, passages
from samspil.governance.queries import intake
from samspil.knowledge.models import Passage
from samspil.skills.triage.language import language_of
from samspil.summaries.models import Kind, Piece, Summary
from samspil.summaries.queries.files import store
from samspil.tenancy.queries import current

TOLD_BY = 20_000
"""Characters from which the language is told."""
CAPTIONS = (".vtt", ".srt", ".sbv")
"""Transcripts that are read as plain text."""
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A passage of a section, from character `start` to `end`; `number` counts in the text."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text in sections, in one language, each cut into passages.

    `warnings` say what was left out when it was read. `kept` says that a document keeps the text.
    """

    title: str
    sections: Sequence[Section]
    cuts: Sequence[Sequence[Cut]]
    language: str
    warnings: list[list[object]]
    kept: bool

    @property
    def text(self) -> str:
        """All of it, each heading above its text."""
        return "\n".join(_lines(self.sections))

    def place(self, section: int, start: int, end: int) -> tuple[int, int, int]:
        """The passage where a sentence begins, and its characters there.

        One that goes on in the next passage ends with the first.
        """
        found = next(cut for cut in self.cuts[section] if start < cut.end)
        return found.number, start - found.start, min(end, found.end) - found.start

    def pieces(self) -> list[Piece]:
        """What is kept of a file's text; nothing where the document keeps it."""
        if self.kept:
            return []
        return [
            Piece(number=cut.number, headings=list(one.headings), page=one.page, text=cut.text)
            for one, cuts in zip(self.sections, self.cuts, strict=True)
            for cut in cuts
        ]


def source_of(summary: Summary) -> Source:
    """The text of a summary. Raises `UnreadableDocument` and `DamagedFile`."""
    if summary.document is not None:
        return _kept(summary)
    return source_of_file(summary.name, store().get(summary.digest), kind=Kind(summary.kind))


def source_of_file(name: str, content: bytes, *, kind: Kind) -> Source:
    """The text of a file, identity numbers masked. Raises `UnreadableDocument`."""
    if kind is Kind.MEETING and name.casefold().endswith(CAPTIONS):
        name = f"{name}.txt"
    reading = read(name, content)
    sections = [_safe(one) for one in reading.sections]
    cuts: list[list[Cut]] = [[] for _one in sections]
    for number, one in enumerate(passages(sections)):
        cut = Cut(number=number, start=one.start, end=one.end, text=one.text)
        cuts[one.section].append(cut)
    return Source(
        title=intake(reading.title).text[:LONGEST_TITLE],
        sections=sections,
        cuts=cuts,
        kept=False,
        language=_language(sections),
        warnings=[[one.left.value, one.values] for one in reading.warnings],
    )


def _kept(summary: Summary) -> Source:
    assert summary.document is not None
    rows = Passage.objects.filter(document=summary.document).order_by("number")
    sections, cuts = [], []
    for _number, some in groupby(rows, key=lambda row: row.section):
        found = list(some)
        cuts.append([_cut(row, begins=found[0].start) for row in found])
        sections.append(
            Section(headings=tuple(found[0].headings), page=found[0].page, text=_joined(cuts[-1]))
        )
    return Source(
        title=summary.title, sections=sections, cuts=cuts, kept=True,
        warnings=summary.document.warnings,
        language=summary.document.language or _language(sections),
    )  # fmt: skip


def _cut(row: Passage, *, begins: int) -> Cut:
    return Cut(number=row.number, start=row.start - begins, end=row.end - begins, text=row.text)


def _joined(cuts: Sequence[Cut]) -> str:
    """The text of a section, blanks in place of what was not kept between its passages."""
    text = ""
    for cut in cuts:
        text += " " * (cut.start - len(text)) + cut.text
    return text


def _safe(section: Section) -> Section:
    return Section(
        headings=tuple(intake(each).text for each in section.headings),
        page=section.page,
        text=intake(section.text).text,
    )


def _language(sections: Sequence[Section]) -> str:
    beginning = " ".join(one.text for one in sections[:40])[:TOLD_BY]
    return language_of(beginning) or current().language


def _lines(sections: Sequence[Section]) -> list[str]:
    found: list[str] = []
    above: tuple[str, ...] = ()
    for one in sections:
        if one.headings != above and one.headings:
            found.append(one.headings[-1])
        above = one.headings
        found.append(one.text)
    return found
