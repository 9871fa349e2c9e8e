"""Impact assessment: GDPR, Art. 35, and AI Act, Art. 27, where that asks for it."""

from collections.abc import Iterator

from samspil.core.ai_act.classing import Risk
from samspil.core.ai_act.facts import Affected
from samspil.core.ai_act.going_live import Need
from samspil.core.explaining.lines import worded
from samspil.core.filings import using
from samspil.core.filings.asks import NO, Ask
from samspil.core.filings.content import (
    Block,
    Filing,
    Missing,
    Paper,
    Paragraph,
    Part,
    Points,
    part,
    points,
)
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.holdings import KNOWN, SECURITY
from samspil.core.filings.record import kept_of
from samspil.core.filings.risks import criteria, risks
from samspil.core.filings.saying import answered, basis_of, signed, told
from samspil.core.filings.words import AFFECTED, need_of


def assessment(company: Company, use: Use) -> Filing:
    """How a use of AI may weigh on people, and what is done about it."""
    return Filing(
        paper=Paper.ASSESSMENT,
        named=use.named,
        parts=(
            part(worded("Whether it is asked for"), "GDPR Art. 35(1), (3), (4)", *criteria(use)),
            part(
                worded("What is done"), "GDPR Art. 35(7)(a)", *using.purpose(use),
                *using.level(use), *_data(company, use),
            ),
            part(
                worded("Why it is needed"), "GDPR Art. 35(7)(b)",
                answered(company, Ask.NECESSITY, about=use.about),
            ),
            part(worded("What may go wrong"), "GDPR Art. 35(7)(c), (d)", *risks(use)),
            part(
                worded("What people found"), "GDPR Art. 35(7)(c)", _found(use),
                *using.swapped(use),
            ),
            part(
                worded("How it is kept safe"), "GDPR Art. 35(7)(d), 32", points(*SECURITY),
                answered(company, Ask.SECURITY),
            ),
            part(
                worded("Who was asked"), "GDPR Art. 35(2), (9)", answered(company, Ask.ADVISER),
                answered(company, Ask.VIEWS, about=use.about),
            ),
            part(
                worded("What remains, and what was decided"), "GDPR Art. 35(11), 36",
                answered(company, Ask.REST_RISK, about=use.about),
                signed(company, Ask.SIGN_OFF, about=use.about),
            ),
            *_rights(company, use),
        ),
    )  # fmt: skip


def _data(company: Company, use: Use) -> Iterator[Block]:
    if use.holding is None:
        return
    known = KNOWN[use.holding.kind]
    yield Paragraph(text=known.people)
    yield Paragraph(text=known.data)
    yield Paragraph(text=worded("Kept: {period}", period=kept_of(use.holding)))
    basis = basis_of(company, use.about)
    if basis:
        yield Points(items=basis)
    else:
        yield Missing(words=told(Ask.BASIS), about=use.about, ask=Ask.BASIS)


def _found(use: Use) -> Block:
    noted = use.noted
    if noted.assessed is None:
        return Missing(words=using.still(need_of(Need.ASSESSMENT)), about=use.about)
    return Paragraph(
        text=worded("Assessed on {on}: {what}", on=noted.assessed, what=noted.assessment)
    )


def _rights(company: Company, use: Use) -> Iterator[Part]:
    """Rights are assessed too by public bodies, and whoever serves the public, at high risk."""
    if use.found.risk is not Risk.HIGH:
        return
    title = worded("Which rights it touches")
    said = company.said.get((company.about, Ask.PUBLIC_BODY))
    if said is None or said.text == NO:
        yield part(title, "AI Act Art. 27(1)", answered(company, Ask.PUBLIC_BODY))
        return
    about = tuple(AFFECTED[one] for one in Affected if one in use.facts.affected)
    yield part(
        title, "AI Act Art. 27(1)(a)–(c)", Points(items=about),
        answered(company, Ask.RIGHTS, about=use.about),
    )  # fmt: skip
    yield part(worded("What harm it may do"), "AI Act Art. 27(1)(d)", *risks(use))
    yield part(
        worded("Who watches over it, and how"), "AI Act Art. 27(1)(e)", using.BY_HAND,
        *using.watched(use),
    )  # fmt: skip
    yield part(worded("What happens if it goes wrong"), "AI Act Art. 27(1)(f)", using.stopped(use))
