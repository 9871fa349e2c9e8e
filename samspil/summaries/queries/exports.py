"""A summary as a file: Word, Markdown, and its tables as rows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from samspil.adapters.writing import Cover, Table, Words, word_file
from samspil.summaries.queries.summaries import Sheet, Shown
from samspil.summaries.queries.wording import mark_of

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""How programs are told that AI made a text, or that a person worked on it too."""
SKILL = "summaries"
SIGNS = "\\`*_{}[]<>#|"


def keywords_of(sheet: Sheet) -> str:
    """The mark that programs read."""
    checked = sheet.summary.approved_at is not None
    how = "compositeWithTrainedAlgorithmicMedia" if checked else "trainedAlgorithmicMedia"
    approved = "person" if checked else "none"
    kind = "abstractive" if sheet.written_by else "extractive"
    return f"AI-Generated: {kind}; skill={SKILL}; approved={approved}; {SOURCE_TYPE}{how}"


def as_word(sheet: Sheet, *, facts: Sequence[Shown], at: datetime) -> bytes:
    """The summary as a Word file, with its mark and that for programs."""
    summary = sheet.summary
    return word_file(
        _blocks(sheet, facts),
        about=Cover(
            title=summary.title, keywords=keywords_of(sheet), language=summary.language or "en",
            at=at,
        ),
    )  # fmt: skip


def _blocks(sheet: Sheet, facts: Sequence[Shown]) -> Iterator[Words | Table]:
    yield Words(text=sheet.summary.title, style="Title")
    yield Words(text=mark_of(sheet.summary, written_by=sheet.written_by))
    if sheet.decisions:
        yield from _bullets(_("Decisions"), sheet.decisions)
    if sheet.actions:
        yield Words(text=_("Actions"), style="Heading1")
        yield Table(rows=list(as_rows(sheet.actions)))
    if sheet.questions:
        yield from _bullets(_("Open questions"), sheet.questions)
    for section in sheet.sections:
        if section.title:
            yield Words(text=section.title, style="Heading2")
        yield from (Words(text=_line(one), style="ListBullet") for one in section.points)
    if facts:
        yield Words(text=_("Facts"), style="Heading1")
        yield Table(rows=list(fact_rows(facts)))


def as_markdown(sheet: Sheet, *, facts: Sequence[Shown]) -> str:
    """The summary as Markdown, with its mark and, above it, that for programs."""
    return "\n".join(_markdown(sheet, facts)) + "\n"


def _markdown(sheet: Sheet, facts: Sequence[Shown]) -> Iterator[str]:
    yield f'---\ngenerator: "{keywords_of(sheet)}"\n---\n'
    yield f"# {_safe(sheet.summary.title)}\n"
    yield f"*{mark_of(sheet.summary, written_by=sheet.written_by)}*\n"
    if sheet.decisions:
        yield from _listed(_("Decisions"), sheet.decisions)
    if sheet.actions:
        yield f"## {_('Actions')}\n"
        yield from _table(as_rows(sheet.actions))
    if sheet.questions:
        yield from _listed(_("Open questions"), sheet.questions)
    for section in sheet.sections:
        if section.title:
            yield f"### {_safe(section.title)}\n"
        yield from (f"- {_safe(_line(one))}" for one in section.points)
        yield ""
    if facts:
        yield f"## {_('Facts')}\n"
        yield from _table(fact_rows(facts))


def _table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield "| " + " | ".join(_safe(cell) for cell in row) + " |"
        if number == 0:
            yield "|" + " --- |" * len(row)
    yield ""


def _bullets(title: str, points: Sequence[Shown]) -> Iterator[Words]:
    yield Words(text=title, style="Heading1")
    yield from (Words(text=_line(one), style="ListBullet") for one in points)


def _listed(title: str, points: Sequence[Shown]) -> Iterator[str]:
    yield f"## {title}\n"
    yield from (f"- {_safe(_line(one))}" for one in points)
    yield ""


def as_rows(actions: Iterable[Shown]) -> Iterator[tuple[str, ...]]:
    """The actions as a table, its head first."""
    yield _("What"), _("Who"), _("By when"), _("Said at")
    for one in actions:
        due = one.point.due
        yield one.point.text, one.point.owner, due.isoformat() if due else "", one.time


def fact_rows(facts: Iterable[Shown]) -> Iterator[tuple[str, ...]]:
    """The facts as a table, its head first."""
    yield _("Sort"), _("Value"), _("Sentence"), _("Page"), _("Heading")
    for one in facts:
        point = one.point
        heading = point.headings[-1] if point.headings else ""
        page = str(point.page) if point.page else ""
        yield sort_name(point.sort), point.value, point.text, page, heading


def sort_name(sort: str) -> str:
    """What a sort of fact is called."""
    return {
        "requirement": _("requirement"),
        "deadline": _("deadline"),
        "date": _("date"),
        "amount": _("amount"),
        "quantity": _("quantity"),
    }[sort]


def _line(one: Shown) -> str:
    """What it says, and where it stands."""
    if one.point.page:
        return _("%(text)s (page %(page)d)") % {"text": one.point.text, "page": one.point.page}
    return f"{one.point.text} ({one.time})" if one.time else one.point.text


def _safe(text: str) -> str:
    """Text that Markdown shows as it is."""
    plain = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in SIGNS else sign for sign in plain)
