"""What people said, as papers tell it; and that they have not yet, and who should."""

from samspil.core.explaining.lines import Line, worded
from samspil.core.filings.asks import ASKS, CHOICES, WHO, Ask, Statement
from samspil.core.filings.content import Block, Missing, Paragraph, Text
from samspil.core.filings.facts import Company


def told(ask: Ask) -> Line:
    """That nobody has answered this, and who should."""
    one = ASKS[ask]
    return worded("Still missing: {what} (to be said by {who}).", what=one.words, who=WHO[one.who])


def text_of(ask: Ask, found: Statement) -> Text:
    """What was said: somebody's own words, or what they chose."""
    choices = CHOICES.get(ask)
    return found.text if choices is None else choices[found.text]


def answered(company: Company, ask: Ask, *, about: str = "") -> Block:
    """What was said about the organisation, or about something else; or that it is missing."""
    key = about or company.about
    found = company.said.get((key, ask))
    if found is None:
        return Missing(words=told(ask), about=key, ask=ask)
    said = text_of(ask, found)
    return Paragraph(text=worded("{what}: {said}", what=ASKS[ask].words, said=said))


def signed(company: Company, ask: Ask, *, about: str) -> Block:
    """The same with who said it, and when."""
    found = company.said.get((about, ask))
    if found is None:
        return Missing(words=told(ask), about=about, ask=ask)
    return Paragraph(
        text=worded(
            "{what}: {said} ({by}, {on})",
            what=ASKS[ask].words, said=text_of(ask, found), by=found.by, on=found.on,
        )
    )  # fmt: skip


def basis_of(company: Company, about: str) -> tuple[Text, ...]:
    """The legal basis of a kind of data, and why it holds; empty where nobody has said."""
    found = company.said.get((about, Ask.BASIS))
    if found is None:
        return ()
    why = company.said.get((about, Ask.BASIS_WHY))
    return (text_of(Ask.BASIS, found), *([why.text] if why else []))
