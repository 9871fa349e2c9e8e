"""Notice to staff and their representatives: AI Act, Art. 26(7), and six weeks' notice."""

from collections.abc import Iterator

from samspil.core.ai_act.going_live import SIX_WEEKS, Need
from samspil.core.explaining.lines import worded
from samspil.core.filings import using
from samspil.core.filings.asks import Ask
from samspil.core.filings.content import Block, Filing, Missing, Paper, Paragraph, part, points
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.holdings import KNOWN
from samspil.core.filings.record import kept_of
from samspil.core.filings.saying import answered
from samspil.core.filings.words import need_of

LAW = "AI Act Art. 26(7)"
SIX = "DA–FH"
NEVER = points(
    worded("It reads nobody's feelings, from no voice, face or text of an employee or applicant."),
    worded("It measures no single colleague: figures stand for five people or more."),
    worded(
        "It decides about nobody's hiring, pay, hours, leave, tasks or dismissal: a person does."
    ),
)
CONTEST = points(
    worded("Whoever a decision is about may have it explained, with what AI took part in."),
    worded("They may disagree with it; then another person decides anew, and AI takes no part."),
)


def notice(company: Company, use: Use) -> Filing:
    """What employees and their representatives are told before a use of AI begins."""
    return Filing(
        paper=Paper.NOTICE,
        named=use.named,
        parts=(
            part(worded("What is to begin"), LAW, *using.purpose(use), *using.level(use)),
            part(worded("Its class, and why"), "AI Act Art. 6, 50", *using.classed(use)),
            part(worded("What it reads, and what is kept"), "GDPR Art. 13", *_data(use)),
            part(worded("What it never does"), "AI Act Art. 5(1)(f)", NEVER),
            part(
                worded("Who decides, and who watches over it"), "AI Act Art. 14, 26(2)",
                using.BY_HAND, *using.watched(use), using.stopped(use),
            ),
            part(worded("Your rights"), "AI Act Art. 86, GDPR Art. 15, 22", CONTEST),
            part(
                worded("Who is told, and when"), LAW,
                answered(company, Ask.NOTICE_TO, about=use.about), *_told(use),
                answered(company, Ask.NOTICE_RECEIPT, about=use.about),
            ),
            part(worded("When it begins"), SIX, *_begins(use)),
        ),
    )  # fmt: skip


def _data(use: Use) -> Iterator[Block]:
    yield Paragraph(text=worded("It reads the text that people write there, and nothing else."))
    if use.holding is not None:
        known = KNOWN[use.holding.kind]
        yield Paragraph(text=known.data)
        yield Paragraph(text=worded("Kept: {period}", period=kept_of(use.holding)))


def _told(use: Use) -> Iterator[Block]:
    noted = use.noted
    if noted.people_told is None:
        yield Missing(words=using.still(need_of(Need.NOTICE)), about=use.about)
    else:
        yield Paragraph(
            text=worded(
                "Those whom it is about were told on {on}. {how}",
                on=noted.people_told, how=noted.people_told_how,
            )
        )  # fmt: skip
    if noted.representatives_told is None:
        yield Missing(words=using.still(need_of(Need.REPRESENTATIVES)), about=use.about)
    else:
        yield Paragraph(
            text=worded(
                "The employees' representatives were told on {on}. {how}",
                on=noted.representatives_told, how=noted.representatives_told_how,
            )
        )  # fmt: skip


def _begins(use: Use) -> Iterator[Block]:
    yield Paragraph(
        text=worded(
            "Where it watches how people work, the Danish agreement on control measures between DA "
            "and FH asks for six weeks' notice. Every use of high risk about employees waits for "
            "them here; AI cannot begin before."
        )
    )
    told = use.noted.representatives_told
    if told is not None:
        yield Paragraph(text=worded("The six weeks end on {on}.", on=told + SIX_WEEKS))
    yield from using.gate(use)
