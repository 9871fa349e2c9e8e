"""What papers say of one use of AI in the same way: its class, its figures, and who watches."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from samspil.core.ai_act.facts import Affected
from samspil.core.ai_act.going_live import Need
from samspil.core.explaining.lines import Line, worded
from samspil.core.fairness import swaps
from samspil.core.figures import Figures
from samspil.core.filings.content import (
    Block,
    Missing,
    Paragraph,
    Points,
    Text,
    Where,
    points,
    table,
)
from samspil.core.filings.facts import Use, Watcher
from samspil.core.filings.words import (
    AFFECTED,
    RISKS,
    level_of,
    need_of,
    purpose_of,
    reason_of,
)
from samspil.core.organisation_models.contract import Route

BY_HAND = points(
    worded("Whoever decides may take AI's answer, change it or do without it; each is one press."),
    worded("Everybody who works in a process may stop AI there at once. Work goes on by hand."),
    worded("A decision can be taken anew, by another person than whoever took it."),
    worded("AI gives no answer where it is not sure enough. Then a person does it."),
)
"""How people keep the upper hand."""
LIMITS = points(
    worded("It reads text only, in Danish, German and English; other languages go to a person."),
    worded("It knows what it was taught here. What is new, rare or said with irony it gets wrong."),
    worded("People tend to follow what a machine proposes. A proposal is no reason to agree."),
    worded("A text may try to give AI orders. It is read as a text, never as an order."),
)
"""What holds of every use here."""
ROUTES = {
    Route.ALONE: worded("AI finished alone"),
    Route.TOGETHER: worded("a person decided on AI's proposal"),
    Route.PERSON: worded("a person did it without AI"),
}


def purpose(use: Use) -> Iterator[Block]:
    """What it is for and about whom."""
    yield Paragraph(text=purpose_of(use.kind))
    about = [AFFECTED[one] for one in Affected if one in use.facts.affected]
    if about:
        yield Paragraph(text=worded("It is about:"))
        yield Points(items=tuple(about))


def classed(use: Use) -> Iterator[Block]:
    """Its class with each reason and article, and who took it on."""
    yield Paragraph(text=worded("Class: {risk}", risk=RISKS[use.found.risk]))
    yield table(
        (worded("Reason"), worded("Article")),
        ((reason_of(one.ground), _article(one.article, draft=one.draft)) for one in use.found.why),
        *(4, 2),
    )
    yield taken_on(use)


def taken_on(use: Use) -> Block:
    """Who took its class on; or that nobody did."""
    if not use.noted.settled_on:
        return Missing(words=still(need_of(Need.CLASS)), about=use.about)
    return Paragraph(
        text=worded("Taken on by {by}, {on}.", by=use.noted.settled_by, on=use.noted.settled_on)
    )


def still(words: Line) -> Line:
    """That something is missing which is done on a page."""
    return worded("Still missing: {what}", what=words)


def _article(article: str, *, draft: bool) -> Text:
    if draft:
        return worded("{article}, by a guideline that is still a draft", article=article)
    return article


def watched(use: Use) -> Iterator[Block]:
    """Who watches over it and what prepared them; or that it is missing."""
    if use.answers:
        yield Paragraph(text=worded("Answers for errors in it: {who}", who=use.answers))
    rows = [(one.name, trained(one)) for one in use.watchers]
    if rows:
        yield table((worded("Watched over by"), worded("Trained for it")), rows)
    yield from (replace(one, named="") for one in unwatched(use))


def trained(one: Watcher) -> Text:
    """What prepared them, and when."""
    return worded("{what}, {on}", what=one.what, on=one.on) if one.on else "–"


def unwatched(use: Use) -> Iterator[Missing]:
    """That nobody watches over it, or somebody who was not trained for it."""
    if not use.watchers:
        yield Missing(words=still(need_of(Need.OVERSEERS)), about=use.about, named=use.named)
    elif any(one.on is None for one in use.watchers):
        yield Missing(words=still(need_of(Need.TRAINING)), about=use.about, named=use.named)


def stopped(use: Use) -> Block:
    """Who stops it and how work goes on; or that it is not written down."""
    if not use.noted.stop_plan:
        return Missing(words=still(need_of(Need.STOP_PLAN)), about=use.about)
    return Paragraph(text=worded("How it is stopped: {plan}", plan=use.noted.stop_plan))


def learned(use: Use) -> Iterator[Block]:
    """What it learned from, and how it did on what it had not seen."""
    one = use.version
    if one is None:
        yield Paragraph(text=worded("Nothing was learned here beyond what it came with."))
        return
    yield Paragraph(
        text=worded(
            "Version {number}, in use since {since}, learned from {n} examples; {gone} of them "
            "were removed since. {versions} versions in all.",
            number=one.number or "–", since=one.since, n=one.examples, gone=one.gone,
            versions=use.versions,
        )
    )  # fmt: skip
    if one.tried:
        yield Paragraph(
            text=worded(
                "Of {n} examples that it had not seen it got {right} right.",
                n=one.tried, right=one.right,
            )
        )  # fmt: skip


def figures(use: Use) -> Iterator[Block]:
    """How it went lately, and what is certified."""
    if use.measured is None:
        yield Paragraph(text=worded("Nothing is counted here: it decides no case and closes none."))
        return
    yield Paragraph(text=worded("In the last {days} days:", days=use.days))
    yield table((worded("What"), worded("How many")), _counted(use.measured), 4, 2)
    yield promised(use)


def promised(use: Use) -> Block:
    """What is certified of what AI finishes alone."""
    one = use.promised
    if one is None:
        return Paragraph(text=worded("Nothing is certified: AI finishes nothing alone."))
    return Paragraph(
        text=worded(
            "Certified by {by}, {on}, from {n} verified answers: of what AI finishes alone at most "
            "{alpha} in 100 are wrong, but for a chance of {delta} in 100.",
            by=one.by, on=one.on, n=one.cases, alpha=f"{100 * one.alpha:g}",
            delta=f"{100 * one.delta:g}",
        )
    )  # fmt: skip


def _counted(one: Figures) -> Iterator[tuple[Text, Text]]:
    yield worded("Cases"), count(one.cases)
    for route, words in ROUTES.items():
        yield words, count(one.routes[route])
    yield worded("Decisions on AI's proposals, in whole months that are over"), count(one.decided)
    yield worded("of them as AI proposed"), count(one.agreed)
    yield worded("Checks of what AI finished alone"), count(one.checked)
    yield worded("of them found wrong"), count(one.wrong)
    yield worded("Decisions that somebody disagreed with"), count(one.contested)
    yield worded("of them changed"), count(one.changed)


def count(n: int | None) -> Text:
    """A number; or that it is too small to be shown."""
    return worded("fewer than five, not shown") if n is None else str(n)


def day(on: date) -> Line:
    """A day as the reader writes it."""
    return Line(words="{on}", values={"on": on})


def shown(n: int | None) -> Line | int:
    """The same within a sentence."""
    return worded("fewer than five") if n is None else n


def swapped(use: Use) -> Iterator[Block]:
    """What trials with swapped words showed."""
    one = use.swapped
    if one is None:
        yield Paragraph(
            text=worded("Not tried with swapped words: it sorts nobody, or was not tried yet.")
        )
        return
    yield Paragraph(
        text=worded(
            "Tried with swapped words on {on}: so many texts got another answer, though only the "
            "words named here were swapped.",
            on=one.on,
        )
    )
    rows = [
        (
            Line(words=swaps.WORDS[kind]),
            worded("{hits} of {n}", hits=changed, n=n),
            worded("beyond it") if kind in one.beyond else worded("within it"),
        )
        for kind, n, changed in one.rows
    ]
    yield table((worded("Swapped"), worded("Another answer"), worded("Limit")), rows, 4, 2, 2)


def level(use: Use) -> Iterator[Block]:
    """What AI may do alone now."""
    if use.level is not None:
        yield Paragraph(text=level_of(use.level))


def gate(use: Use) -> Iterator[Block]:
    """Whether AI may begin, and what it waits for."""
    if use.gate.open:
        yield Paragraph(text=worded("AI may work here."))
        return
    yield Paragraph(text=worded("AI may not begin here yet. Until then people do the work."))
    yield from (Missing(words=still(need_of(need)), about=use.about) for need in use.gate.missing)


def guidelines_missing(about: str) -> Missing:
    """That no guideline holds."""
    return Missing(
        words=still(worded("No guideline for staff holds yet.")), about=about,
        where=Where.GUIDELINES,
    )  # fmt: skip
