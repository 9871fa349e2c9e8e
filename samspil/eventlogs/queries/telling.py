"""What a log shows, in words: candidates, ways through, hand-overs, faults of its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.core.eventlogs.candidates import WORDS, Reason, candidates_of
from samspil.core.eventlogs.facts import Facts
from samspil.core.eventlogs.faults import WORDS as FAULT_WORDS
from samspil.web.charts import number
from samspil.web.words import in_hundred, lasting

SHOWN_VARIANTS, SHOWN_ROWS = 12, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCandidate:
    """A step that a program might take over, and what speaks for it in sentences."""

    step: str
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldVariant:
    """A way through the steps: its steps by name, how many cases took it, how long it took."""

    steps: Sequence[str]
    cases: int
    share: str
    time: str


def candidates_in(facts: Facts) -> list[ToldCandidate]:
    """The candidates with their evidence, the strongest first."""
    return [
        ToldCandidate(
            step=one.step.name,
            reasons=[
                *(_reason(reason) for reason in one.reasons),
                _("It is in %(share)s of all ways that cases take.")
                % {"share": in_hundred(one.variants)},
            ],
        )
        for one in candidates_of(facts)
    ]


def variants_in(
    facts: Facts, *, most: int = SHOWN_VARIANTS, say: Callable[[float], str] = lasting
) -> list[ToldVariant]:
    """The most frequent ways through."""
    return [
        ToldVariant(
            steps=[facts.steps[step].name for step in one.steps], cases=one.cases,
            share=in_hundred(one.cases / facts.cases), time=say(one.time.median),
        )
        for one in facts.variants[:most]
    ]  # fmt: skip


def notes_in(facts: Facts) -> list[str]:
    """What was wrong with rows: how many, what, and the first of them by number."""
    return [
        ngettext(
            "%(n)s row %(what)s (row %(rows)s)", "%(n)s rows: each %(what)s (rows %(rows)s)", one.n
        )
        % {
            "n": number(one.n), "what": _(FAULT_WORDS[one.fault]),
            "rows": _first(one.rows, one.n),
        }
        for one in facts.notes
    ]  # fmt: skip


def _first(rows: Sequence[int], n: int) -> str:
    shown = [*map(str, rows[:SHOWN_ROWS])]
    return ", ".join([*shown, "…"] if n > len(shown) else shown)


def hand_overs_in(facts: Facts) -> list[tuple[str, str, int]]:
    """From which group to which work went, and how often."""
    together = _("small groups together")
    return [(one.source or together, one.target or together, one.n) for one in facts.hand_overs]


def finding(facts: Facts, *, say: Callable[[float], str] = lasting) -> str:
    """What stands out most, as the map's title."""
    slow = max(facts.steps, key=lambda one: one.waited)
    if slow.wait is None or not slow.waited:
        return _("How the steps follow each other")
    return _("Cases wait longest before “%(step)s”: %(time)s (median)") % {
        "step": slow.name, "time": say(slow.wait.median),
    }  # fmt: skip


def _reason(one: Reason) -> str:
    return _(WORDS[one.hint]).format(
        share=in_hundred(one.share), n=number(one.n), then=one.then, time=lasting(one.time)
    )
