"""Instructions for use: AI Act, Art. 13."""

from samspil.core.explaining.lines import worded
from samspil.core.filings import using
from samspil.core.filings.asks import Ask
from samspil.core.filings.content import Block, Filing, Paper, Paragraph, part, points
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.saying import answered

LOGS = points(
    worded("Every case has its history: what came in, what AI proposed and why, who decided what."),
    worded("The journal seals each step onto the one before; whoever may read it can check it."),
    worded("How long records are kept stands under the settings, with reason and source."),
)
CARE = points(
    worded("It runs on the machine on which Samspil runs, and needs no other."),
    worded("It learns from what people corrected, in versions; each can be taken back."),
    worded("What goes to a language model passes one door, which says what may go where."),
)


def sheet(company: Company, use: Use) -> Filing:
    """What whoever works with a use of AI has to know of it."""
    return Filing(
        paper=Paper.SHEET,
        named=use.named,
        parts=(
            part(
                worded("Who makes it, and who uses it"), "AI Act Art. 13(3)(a)",
                answered(company, Ask.CONTROLLER), *_part(use),
            ),
            part(worded("What it is for"), "AI Act Art. 13(3)(b)(i)", *using.purpose(use)),
            part(worded("Its class, and why"), "AI Act Art. 6, 50", *using.classed(use)),
            part(
                worded("How well it does"), "AI Act Art. 13(3)(b)(ii), 15",
                answered(company, Ask.ACCURACY, about=use.about), *using.figures(use),
            ),
            part(
                worded("What it does badly"), "AI Act Art. 13(3)(b)(iii)", using.LIMITS,
                answered(company, Ask.LIMITS, about=use.about),
            ),
            part(worded("Whether it treats alike"), "AI Act Art. 13(3)(b)(v)", *using.swapped(use)),
            part(worded("What it learned from"), "AI Act Art. 13(3)(b)(vi)", *using.learned(use)),
            part(
                worded("Who watches over it, and how"), "AI Act Art. 13(3)(d), 14",
                *using.level(use), using.BY_HAND, *using.watched(use), using.stopped(use),
            ),
            part(worded("What it needs"), "AI Act Art. 13(3)(e)", CARE),
            part(worded("Its records"), "AI Act Art. 13(3)(f), 12", LOGS),
        ),
    )  # fmt: skip


def _part(use: Use) -> tuple[Block, ...]:
    if not use.part.provider:
        return (
            Paragraph(
                text=worded("The company uses it as it came with Samspil: it is the deployer.")
            ),
        )
    articles = ", ".join(use.part.articles)
    return (
        Paragraph(
            text=worded("The company is its provider too, by {articles}.", articles=articles)
        ),
    )
