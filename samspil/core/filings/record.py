"""The record of what is done with personal data: GDPR, Art. 30(1)."""

from collections.abc import Iterator
from dataclasses import replace

from samspil.core.explaining.lines import Line, worded
from samspil.core.filings.asks import Ask
from samspil.core.filings.content import (
    Block,
    Filing,
    Missing,
    Paper,
    Paragraph,
    Part,
    Text,
    part,
    points,
    table,
)
from samspil.core.filings.facts import Company, Tool
from samspil.core.filings.holdings import KNOWN, SECURITY, Holding
from samspil.core.filings.saying import answered, basis_of, told
from samspil.core.filings.words import CLASSES, PLACES
from samspil.core.gateway.allowing import Place
from samspil.core.masking import DataClass
from samspil.core.retention import categories

OF_PEOPLE = frozenset({DataClass.PERSONAL, DataClass.SPECIAL})


def record(company: Company) -> Filing:
    """The record of an organisation, from what it holds now."""
    return Filing(
        paper=Paper.RECORD,
        named=company.name,
        parts=(
            part(
                worded("Who is responsible"),
                "GDPR Art. 30(1)(a)",
                answered(company, Ask.CONTROLLER),
                answered(company, Ask.ADVISER),
            ),
            _held(company),
            part(worded("Legal basis"), "GDPR Art. 6(1)", *_bases(company)),
            part(worded("Who receives it"), "GDPR Art. 30(1)(d)", *_receivers(company)),
            part(worded("What leaves the EU"), "GDPR Art. 30(1)(e)", *_transfers(company)),
            part(
                worded("How it is kept safe"),
                "GDPR Art. 30(1)(g), 32",
                worded("The program does this:"),
                points(*SECURITY),
                answered(company, Ask.SECURITY),
            ),
        ),
    )


def name_of(one: Holding) -> Text:
    """What a kind of data is called."""
    return replace(KNOWN[one.kind].name, values={"named": one.named})


def _held(company: Company) -> Part:
    return part(
        worded("What is held, what for, and how long"),
        "GDPR Art. 30(1)(b), (c), (f)",
        worded(
            "This is what the program holds. What else the company does with personal data stands "
            "in records of its own."
        ),
        table(
            (worded("Data"), worded("Purpose"), worded("People and data"), worded("Kept")),
            (_row(one) for one in company.holdings),
            *(3, 4, 6, 4),
        ),
        worded("Kept for a while beside that, to do the work and to show that it was done:"),
        table(
            (worded("Data"), worded("Kept")),
            (
                (Line(words=categories.WORDS[one.category]), (one.period, one.source))
                for one in company.besides
            ),
        ),
    )


def _row(one: Holding) -> tuple[Text | tuple[Text, ...], ...]:
    known = KNOWN[one.kind]
    return (
        name_of(one),
        known.purpose,
        (known.people, known.data, _seen(one)),
        (kept_of(one), one.source),
    )


def kept_of(one: Holding) -> Line:
    """How long a kind of data is kept."""
    return replace(KNOWN[one.kind].kept, values={"period": one.period})


def _seen(one: Holding) -> Text:
    if not one.seen_by:
        return worded("Seen by those whose role says so.")
    teams = ", ".join(one.seen_by)
    if one.closed:
        return worded("Closed: seen by {teams} alone.", teams=teams)
    return worded("Handled by {teams}.", teams=teams)


def _bases(company: Company) -> Iterator[Block]:
    given = [(one, basis_of(company, one.about)) for one in company.holdings]
    rows = [(name_of(one), lines) for one, lines in given if lines]
    if rows:
        yield table((worded("Data"), worded("Legal basis")), rows, 1, 2)
    for one, lines in given:
        if not lines:
            yield Missing(words=told(Ask.BASIS), about=one.about, ask=Ask.BASIS, named=name_of(one))


def _receivers(company: Company) -> Iterator[Block]:
    tools = _of_people(company)
    if tools:
        yield Paragraph(
            text=worded("Tools with AI that may be given personal data, as the register has it:")
        )
        head = (
            worded("Tool"), worded("Where"), worded("What for"), worded("May be given"),
            worded("Contract"),
        )  # fmt: skip
        yield table(head, (_tool(one) for one in tools), 3, 2, 4, 3, 3)
    else:
        yield Paragraph(text=worded("No tool of the register may be given personal data."))
    yield answered(company, Ask.RECEIVERS)


def _tool(one: Tool) -> tuple[Text | tuple[Text, ...], ...]:
    given = tuple(CLASSES[each] for each in one.allowed)
    return (one.name, one.owner), PLACES[one.place], one.purpose, given, one.contract


def _transfers(company: Company) -> Iterator[Block]:
    away = [one for one in _of_people(company) if one.place is Place.ELSEWHERE]
    if not away:
        yield Paragraph(text=worded("No tool that may be given personal data is outside the EU."))
    for one in away:
        found = company.said.get((one.about, Ask.SAFEGUARD))
        if found is None:
            yield Missing(
                words=told(Ask.SAFEGUARD), about=one.about, ask=Ask.SAFEGUARD, named=one.name
            )
        else:
            yield Paragraph(text=worded("{what}: {said}", what=one.name, said=found.text))


def _of_people(company: Company) -> list[Tool]:
    return [one for one in company.tools if OF_PEOPLE & set(one.allowed)]
