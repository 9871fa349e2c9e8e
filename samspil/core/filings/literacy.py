"""How people here are helped to understand AI: AI Act, Art. 4."""

from collections.abc import Iterator

from samspil.core.explaining.lines import worded
from samspil.core.filings import using
from samspil.core.filings.asks import Ask
from samspil.core.filings.content import Block, Filing, Paper, Paragraph, part, points, table
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.saying import answered
from samspil.core.filings.words import RISKS, purpose_of

LAW = "AI Act Art. 4"
ANEW = points(
    worded(
        "AI begins with a use of high risk only once a named person has taken its class on, and "
        "whoever watches over it was trained for it."
    ),
    worded("Every use is reviewed each quarter, and sooner where AI was stopped or taught anew."),
    worded("A guideline that changes in what matters is read and confirmed anew."),
)


def literacy(company: Company) -> Filing:
    """The measures that were taken, with what shows that they were; no one's ability."""
    return Filing(
        paper=Paper.LITERACY,
        named=company.name,
        parts=(
            part(
                worded("What this shows"), LAW,
                worded(
                    "The law asks for measures that help people to understand AI. It asks nobody "
                    "to prove how much somebody understands, and this says it of nobody."
                ),
            ),
            part(worded("Which AI is used here"), LAW, _uses(company.uses)),
            part(
                worded("Who learns what"), LAW, answered(company, Ask.AUDIENCES),
                answered(company, Ask.MATERIAL),
            ),
            part(worded("Who was trained"), LAW, *_taught(company)),
            part(
                worded("Who watches over which use"), "AI Act Art. 26(2)",
                *_watchers(company.uses),
            ),
            part(worded("The rules for staff, and who has read them"), LAW, *_rules(company)),
            part(worded("How it is kept up"), LAW, ANEW),
        ),
    )  # fmt: skip


def _uses(uses: tuple[Use, ...]) -> Block:
    return table(
        (worded("Use"), worded("What for"), worded("Class")),
        ((one.named, purpose_of(one.kind), RISKS[one.found.risk]) for one in uses),
        *(3, 5, 2),
    )


def _taught(company: Company) -> Iterator[Block]:
    if not company.taught:
        yield Paragraph(text=worded("No training is recorded yet."))
        return
    yield table(
        (worded("What"), worded("People"), worded("Last on")),
        ((one.what, str(one.people), using.day(one.last)) for one in company.taught),
        *(5, 1, 2),
    )


def _watchers(uses: tuple[Use, ...]) -> Iterator[Block]:
    rows = [
        (one.named, each.name, using.trained(each))
        for one in uses
        for each in one.watchers
    ]  # fmt: skip
    if rows:
        yield table((worded("Use"), worded("Watched over by"), worded("Trained for it")), rows)
    for one in uses:
        yield from using.unwatched(one)


def _rules(company: Company) -> Iterator[Block]:
    if not company.rules:
        yield using.guidelines_missing(company.about)
        return
    yield table(
        (worded("Guideline"), worded("Published"), worded("Read by")),
        (
            (
                worded("{title}, version {n}", title=one.title, n=one.number),
                using.day(one.on),
                worded("at least {hits} of {n}", hits=one.confirmed, n=one.people)
                if one.confirmed
                else worded("{hits} of {n}", hits=using.shown(None), n=one.people),
            )
            for one in company.rules
        ),
        *(5, 2, 2),
    )
