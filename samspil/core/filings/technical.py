"""Technical file: AI Act, Art. 11 and Annex IV."""

from samspil.core.explaining.lines import worded
from samspil.core.filings import using
from samspil.core.filings.asks import Ask
from samspil.core.filings.content import Block, Filing, Paper, Paragraph, part, points, table
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.risks import risks
from samspil.core.filings.saying import answered
from samspil.core.filings.words import DONE, duty_of

BUILT = points(
    worded("Text is read by rules and by models that learned from examples, on one machine."),
    worded("Its sureness is calibrated on examples that it had not seen."),
    worded("Rules that people wrote say whether AI finishes, proposes or leaves it to a person."),
    worded("Numbers, prices, dates and law are computed in code, never by a language model."),
)
AFTER = points(
    worded("Some of what AI finishes alone is drawn at random and checked by people."),
    worded("Errors beyond what was promised take autonomy away at once, by rule."),
    worded("Every use is reviewed each quarter, and sooner where AI was stopped or taught anew."),
)


def technical(company: Company, use: Use) -> Filing:
    """All of Annex IV that is known of a use of AI; what is not stands in it as missing."""
    return Filing(
        paper=Paper.TECHNICAL,
        named=use.named,
        parts=(
            part(
                worded("What it is for"), "Annex IV, 1", answered(company, Ask.CONTROLLER),
                *using.purpose(use), *using.classed(use),
            ),
            part(worded("How it is built"), "Annex IV, 2(a)–(c)", BUILT),
            part(worded("What it learned from"), "Annex IV, 2(d)", *using.learned(use)),
            part(
                worded("Who watches over it, and how"), "Annex IV, 2(e), 3", *using.level(use),
                using.BY_HAND, *using.watched(use), using.stopped(use),
            ),
            part(
                worded("What it does badly"), "Annex IV, 3", using.LIMITS,
                answered(company, Ask.LIMITS, about=use.about),
            ),
            part(
                worded("How well it does"), "Annex IV, 2(g), 4",
                answered(company, Ask.ACCURACY, about=use.about), *using.figures(use),
            ),
            part(worded("Whether it treats alike"), "Annex IV, 2(g)", *using.swapped(use)),
            part(worded("What may go wrong"), "Annex IV, 5; Art. 9", *risks(use)),
            part(worded("What is watched once it works"), "Annex IV, 9; Art. 72", AFTER),
            part(worded("What is owed for it"), "Annex IV, 7, 8", *_owed(use)),
        ),
    )  # fmt: skip


def _owed(use: Use) -> tuple[Block, ...]:
    rows = [(duty_of(one.duty), one.article, DONE[one.done]) for one in use.owed]
    return (
        Paragraph(
            text=worded(
                "This file claims no harmonised standard, and is no declaration of conformity: "
                "those are kept elsewhere, as what the table says so of."
            )
        ),
        table((worded("Duty"), worded("Article"), worded("Done?")), rows, 4, 2, 2),
    )
