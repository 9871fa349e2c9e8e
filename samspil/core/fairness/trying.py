"""How often swapped words change the answer, beside how often harmless words do."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from samspil.core.fairness.outcomes import (
    MATTERS,
    UNLIKELY,
    Comparison,
    Found,
    Verdict,
    finding,
    holm,
)
from samspil.core.fairness.swaps import HARMLESS, TRIED, Carrier, Kind, Pair, pairs
from samspil.core.looking import ask
from samspil.core.paired import Paired
from samspil.core.shares import Share
from samspil.core.skill import Senders, Skill

TOLERANCE = 0.10
"""Sureness that moves by more than this is another answer, though the topic is the same."""
WORDS = {Verdict.NO_CONCLUSION: "No conclusion possible: it takes about {needed} texts to tell."}
"""What is said otherwise of texts than of cases; translations use the same sentence as key."""
LIMIT = 0.05
"""Set beforehand: where five more answers in a hundred change than by harmless words, and chance
hardly explains it, a person has to look."""
MOST_EXAMPLES = 3
"""So many of the pairs that got another answer are shown of each kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a text. `topic`, `level` and `route` are empty where there is none.

    `protected`: it names something that the law protects, such as an illness, so that a rule gives
    it to a person.
    """

    topic: str
    sureness: float
    level: str = ""
    route: str = ""
    protected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A made-up pair that got two different answers."""

    pair: Pair
    first: Answer
    second: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Of `n` texts so many got another answer (`changed`), in which respect, and which of the two
    was the surer where that moved. `by_rule` went another way only because the law protects what
    they name; they are not among the changed.
    """

    kind: Kind
    n: int
    changed: int
    topic: int = 0
    level: int = 0
    route: int = 0
    sureness: int = 0
    by_rule: int = 0
    first_surer: int = 0
    second_surer: int = 0

    @property
    def share(self) -> Share:
        """How often the answer changed."""
        return Share(hits=self.changed, n=self.n)

    @property
    def leans(self) -> bool:
        """Whether one of the two words is treated as the surer one more often than chance does."""
        return (
            Paired(better=self.first_surer, worse=self.second_surer, tried=self.n).chance < UNLIKELY
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the swaps of one kind show beside harmless ones; `beyond` what was set beforehand.

    `more` is how much more often the answer changed than by harmless words, -1 to 1.
    """

    tried: Tried
    found: Found
    more: float
    beyond: bool


Answers = Callable[[Sequence[str]], Sequence[Answer]]
"""What becomes of each of some texts, in their order."""


def try_swaps(
    texts: Sequence[Carrier], answers: Answers, *, seed: int, kinds: Sequence[Kind] = tuple(Kind)
) -> tuple[list[Tried], list[Change]]:
    """Swap each kind of word in each text, and count what changes.

    Gives the counts in the order of `kinds`, and a few of our own pairs that changed.
    """
    every = [each for kind in kinds for each in pairs(kind, texts, seed=seed)]
    said = answers([text for each in every for text in (each.first, each.second)])
    both = list(zip(every, said[::2], said[1::2], strict=True))
    counts = [_counted(kind, [row for row in both if row[0].kind is kind]) for kind in kinds]
    shown = Counter[Kind]()
    changes = []
    for pair, one, other in both:
        if pair.made_up and changed(one, other) and shown[pair.kind] < MOST_EXAMPLES:
            shown[pair.kind] += 1
            changes.append(Change(pair=pair, first=one, second=other))
    return counts, changes


def changed(one: Answer, other: Answer) -> list[str]:
    """In which respects two answers differ; not where only a rule of the law parts them."""
    found = [] if one.topic == other.topic else ["topic"]
    if one.protected == other.protected:
        found += [name for name in ("level", "route") if getattr(one, name) != getattr(other, name)]
    if abs(one.sureness - other.sureness) > TOLERANCE:
        found.append("sureness")
    return found


def judged(tried: Sequence[Tried]) -> list[Judged]:
    """What each kind shows beside the harmless ones, many questions at once allowed for.

    Harmless kinds are the measure and are not judged. Of no texts nothing is said.
    """
    harmless = harmless_of(tried)
    asked = [one for one in tried if one.kind in TRIED and one.n]
    if not harmless.n:
        return []
    besides = [Comparison(first=one.share, second=harmless) for one in asked]
    fair = holm([each.fisher for each in besides])
    return [
        _judged(one, each, chance) for one, each, chance in zip(asked, besides, fair, strict=True)
    ]


def harmless_of(tried: Sequence[Tried]) -> Share:
    """How often harmless words changed the answer."""
    rows = [one for one in tried if one.kind in HARMLESS]
    return Share(hits=sum(one.changed for one in rows), n=sum(one.n for one in rows))


def by_skill(skill: Skill, *, senders: Senders) -> Answers:
    """The answers of a skill by itself, without the rules of any process."""

    def answers(texts: Sequence[str]) -> list[Answer]:
        found = ask(skill, texts, senders=senders)
        return [
            Answer(
                topic=one.best.result if one and one.best else "",
                sureness=one.sureness if one else 0.0,
            )
            for one in found
        ]

    return answers


def _judged(tried: Tried, beside: Comparison, chance: float) -> Judged:
    more, (_low, high) = beside.difference, beside.difference_interval
    unlikely = chance < UNLIKELY and more > 0
    if unlikely:
        one, other = (round(100 * rate) for rate in beside.rates)
        found = finding(Verdict.DIFFERENCE, first=one, second=other)
    elif high > MATTERS:
        needed = {"needed": beside.needed}
        found = Found(
            verdict=Verdict.NO_CONCLUSION, words=WORDS[Verdict.NO_CONCLUSION], figures=needed
        )
    else:
        found = finding(Verdict.NO_DIFFERENCE, most=max(1, ceil(100 * high)))
    return Judged(tried=tried, found=found, more=more, beyond=unlikely and more >= LIMIT)


def _counted(kind: Kind, rows: Sequence[tuple[Pair, Answer, Answer]]) -> Tried:
    found = [(one, other, changed(one, other)) for _pair, one, other in rows]
    respects: Mapping[str, int] = Counter(name for *_both, names in found for name in names)
    moved = [one.sureness - other.sureness for one, other, names in found if "sureness" in names]
    return Tried(
        kind=kind,
        n=len(rows),
        changed=sum(bool(names) for *_both, names in found),
        topic=respects.get("topic", 0),
        level=respects.get("level", 0),
        route=respects.get("route", 0),
        sureness=respects.get("sureness", 0),
        by_rule=sum(not names and _by_rule(one, other) for one, other, names in found),
        first_surer=sum(one > 0 for one in moved),
        second_surer=sum(one < 0 for one in moved),
    )


def _by_rule(one: Answer, other: Answer) -> bool:
    """Whether two answers went different ways where only one names what the law protects."""
    went = (one.level, one.route) != (other.level, other.route)
    return one.protected != other.protected and went
