"""Why a use that the law lists is not of high risk: AI Act, Art. 6(4)."""

from dataclasses import replace

from samspil.core.ai_act.classing import Ground, classify, profiles
from samspil.core.ai_act.facts import ARTICLE_OF
from samspil.core.explaining.lines import worded
from samspil.core.filings import using
from samspil.core.filings.content import Filing, Paper, part, points
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.words import NARROW, reason_of


def is_excepted(use: Use) -> bool:
    """Whether somebody says that an exception of Art. 6(3) holds, and it does."""
    return Ground.EXCEPTION in use.found.grounds


def exception(_company: Company, use: Use) -> Filing:
    """The note that is kept where an exception holds; only of a use for which one does."""
    narrow = use.facts.narrow
    assert narrow is not None, "no exception is claimed"
    assert not profiles(use.facts), "no exception holds of what judges single people"
    listed = classify(replace(use.facts, narrow=None)).grounds - use.found.grounds
    return Filing(
        paper=Paper.EXCEPTION,
        named=use.named,
        parts=(
            part(worded("What it is for"), "AI Act Art. 6(4)", *using.purpose(use)),
            part(
                worded("Why the law lists it"), "AI Act Art. 6(2), Annex III",
                points(*(reason_of(one) for one in Ground if one in listed)),
            ),
            part(
                worded("Which exception holds"), f"AI Act {ARTICLE_OF[narrow]}",
                worded("It is no high risk, since {why}.", why=NARROW[narrow]),
            ),
            part(
                worded("Why it judges no single people"), "AI Act Art. 6(3)",
                worded(
                    "It neither ranks nor evaluates nor watches people, and you say that it judges "
                    "no single people by what is known of them. If that changes, none holds."
                ),
            ),
            part(worded("Its class, and who took it on"), "AI Act Art. 6(4)", *using.classed(use)),
            part(
                worded("What else is owed"), "AI Act Art. 49(2)",
                worded(
                    "It is entered in the European register before it begins; that is done there, "
                    "and not by the program."
                ),
            ),
        ),
    )  # fmt: skip
