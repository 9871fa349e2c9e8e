"""The gates between the stages: each opens on evidence, and nobody can open one without it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from samspil.core.pipeline.stages import Stage
from samspil.core.shares import Share

LEAST_BASELINE = 20
"""Of fewer cases before AI nothing can be compared."""
DRILL_COUNTS = timedelta(days=90)
"""A drill says something for so long."""


class Need(StrEnum):
    """What a gate waits for."""

    PROCESS = "process"
    ANSWERABLE = "answerable"
    CRITERIA = "criteria"
    TIME_FRAME = "time_frame"
    TAKES_PART = "takes_part"
    EVALUATOR = "evaluator"
    BASELINE = "baseline"
    CLASS = "class"
    TOLD = "told"
    OVERSEERS = "overseers"
    TRAINED = "trained"
    STOPS = "stops"
    HALT = "halt"
    PROOF = "proof"
    CASES = "cases"
    AGREEMENT = "agreement"
    DRILL = "drill"
    EVALUATION = "evaluation"
    BOTH_WAYS = "both_ways"
    BOTH_WAYS_WORSE = "both_ways_worse"
    WITHIN_LAW = "within_law"


WORDS = {
    Need.PROCESS: "It is not said in which process it is to work.",
    Need.ANSWERABLE: "Nobody who works here answers for it.",
    Need.CRITERIA: "It is not written down what counts as success.",
    Need.TIME_FRAME: "It has no time frame that is still open.",
    Need.TAKES_PART: "Nobody is named who takes part.",
    Need.EVALUATOR: "Nobody but the person answering for it is named to evaluate it.",
    Need.BASELINE: (
        "There is no baseline of at least {want} cases before AI: it is of {have}. "
        "Without one nobody can tell what the pilot changed."
    ),
    Need.CLASS: "What the law asks of this use is not settled.",
    Need.TOLD: "Those whom it concerns have not been told.",
    Need.OVERSEERS: "Nobody is named who watches over it.",
    Need.TRAINED: "Of {want} who watch over it, {have} have been trained for it.",
    Need.STOPS: "No condition is set that stops it by itself.",
    Need.HALT: "It was stopped, and nobody has said yet that they looked at why.",
    Need.PROOF: "AI has stepped back there, and it is not proved yet that it may draft again.",
    Need.CASES: "People have verified {have} of {want} cases.",
    Need.AGREEMENT: (
        "People agree with AI in {have} of 100 cases at least, with a certainty of 95 in 100; "
        "it takes {want}."
    ),
    Need.DRILL: "Stopping was not tested in the last three months, or the test failed.",
    Need.BOTH_WAYS: (
        "In the parallel run both ways came to the same answer in {have} of 100 cases at least, "
        "with a certainty of 95 in 100; it takes {want}."
    ),
    Need.BOTH_WAYS_WORSE: (
        "In the parallel run the new way was wrong more often on the same cases than chance "
        "explains."
    ),
    Need.EVALUATION: "Whoever evaluates it has not written yet what this stage showed.",
    Need.WITHIN_LAW: "The law leaves AI less of its task than the plan lays down.",
}
"""What is missing, in English; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of an initiative on a day.

    `evaluator`: somebody is named who is not answerable themselves. `baseline` counts the cases
    before AI. `agreed` of the `cases` that people verified since the stage began, AI was right in.
    `agreement` (0 to 1) and `cases_wanted` are what the initiative set itself. Of a parallel run
    that is over and had enough cases, `both_ways` is the lower end (0 to 1) of how often both ways
    agreed, None where there was none; `worse`: the new way was wrong more often. `within_law`: the
    law leaves AI as much of its task as is laid down.
    """

    process: bool = False
    answerable: bool = False
    criteria: bool = False
    ends_on: date | None = None
    takes_part: int = 0
    evaluator: bool = False
    baseline: int = 0
    settled: bool = False
    told: bool = False
    overseers: int = 0
    trained: int = 0
    stops: int = 0
    halted: bool = False
    proof: bool = True
    cases: int = 0
    agreed: int = 0
    cases_wanted: int = 0
    agreement: float = 0.0
    drilled_on: date | None = None
    evaluated: bool = False
    both_ways: float | None = None
    worse: bool = False
    within_law: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What opens the way into a stage. Initiatives may ask for more than `cases` and `agreement`
    (0 to 1, of the lower end of its interval), never for less."""

    needs: tuple[Need, ...]
    cases: int = 0
    agreement: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What a gate still waits for: so much there is, so much it takes."""

    need: Need
    have: int = 0
    want: int = 0

    def words(self) -> str:
        """As an English sentence."""
        return WORDS[self.need].format(have=self.have, want=self.want)


_ALWAYS = (
    Need.PROCESS, Need.ANSWERABLE, Need.CRITERIA, Need.TIME_FRAME, Need.TAKES_PART, Need.EVALUATOR,
    Need.BASELINE, Need.CLASS, Need.TOLD, Need.OVERSEERS, Need.TRAINED, Need.STOPS, Need.HALT,
    Need.WITHIN_LAW,
)  # fmt: skip
_LATER = (
    *_ALWAYS, Need.CASES, Need.AGREEMENT, Need.BOTH_WAYS, Need.BOTH_WAYS_WORSE, Need.DRILL,
    Need.EVALUATION,
)  # fmt: skip
GATES: Mapping[Stage, Gate] = MappingProxyType(
    {
        Stage.PILOT: Gate(needs=(*_ALWAYS, Need.PROOF)),
        Stage.SCALE: Gate(needs=_LATER, cases=50, agreement=0.7),
        Stage.OPTIMIZE: Gate(needs=_LATER, cases=200, agreement=0.8),
    }
)
"""By the stage it leads into; nothing leads into the first."""


def missing(into: Stage, facts: Facts, *, on: date) -> tuple[Missing, ...]:
    """What the gate into this stage waits for on that day; none where it is open."""
    gate = GATES[into]
    found = ((need, _CHECKS[need](facts, gate, on)) for need in gate.needs)
    return tuple(
        Missing(need=need, have=lack[0], want=lack[1]) for need, lack in found if lack is not None
    )


Lack = tuple[int, int] | None
"""What there is and what it takes; None where nothing lacks."""


def _unless(holds: object) -> Lack:
    return None if holds else (0, 0)


def _at_least(have: int, want: int) -> Lack:
    return None if have >= want else (have, want)


def _agreement(facts: Facts, gate: Gate) -> Lack:
    low = Share(hits=facts.agreed, n=facts.cases).interval[0]
    want = max(gate.agreement, facts.agreement)
    return None if facts.cases and low >= want else (int(100 * low), round(100 * want))


def _both_ways(facts: Facts, gate: Gate) -> Lack:
    """A parallel run is not asked for; but what one showed counts."""
    want = max(gate.agreement, facts.agreement)
    if facts.both_ways is None or facts.both_ways >= want:
        return None
    return int(100 * facts.both_ways), round(100 * want)


def _drill(facts: Facts, on: date) -> bool:
    return facts.drilled_on is not None and on - facts.drilled_on <= DRILL_COUNTS


_CHECKS: Mapping[Need, Callable[[Facts, Gate, date], Lack]] = MappingProxyType(
    {
        Need.PROCESS: lambda facts, _gate, _on: _unless(facts.process),
        Need.ANSWERABLE: lambda facts, _gate, _on: _unless(facts.answerable),
        Need.CRITERIA: lambda facts, _gate, _on: _unless(facts.criteria),
        Need.TIME_FRAME: lambda facts, _gate, on: _unless(
            facts.ends_on is not None and facts.ends_on >= on
        ),
        Need.TAKES_PART: lambda facts, _gate, _on: _unless(facts.takes_part > 0),
        Need.EVALUATOR: lambda facts, _gate, _on: _unless(facts.evaluator),
        Need.BASELINE: lambda facts, _gate, _on: _at_least(facts.baseline, LEAST_BASELINE),
        Need.CLASS: lambda facts, _gate, _on: _unless(facts.settled),
        Need.TOLD: lambda facts, _gate, _on: _unless(facts.told),
        Need.OVERSEERS: lambda facts, _gate, _on: _unless(facts.overseers > 0),
        Need.TRAINED: lambda facts, _gate, _on: _at_least(facts.trained, facts.overseers),
        Need.STOPS: lambda facts, _gate, _on: _unless(facts.stops > 0),
        Need.HALT: lambda facts, _gate, _on: _unless(not facts.halted),
        Need.PROOF: lambda facts, _gate, _on: _unless(facts.proof),
        Need.CASES: lambda facts, gate, _on: _at_least(
            facts.cases, max(gate.cases, facts.cases_wanted)
        ),
        Need.AGREEMENT: lambda facts, gate, _on: _agreement(facts, gate),
        Need.BOTH_WAYS: lambda facts, gate, _on: _both_ways(facts, gate),
        Need.BOTH_WAYS_WORSE: lambda facts, _gate, _on: _unless(not facts.worse),
        Need.DRILL: lambda facts, _gate, on: _unless(_drill(facts, on)),
        Need.EVALUATION: lambda facts, _gate, _on: _unless(facts.evaluated),
        Need.WITHIN_LAW: lambda facts, _gate, _on: _unless(facts.within_law),
    }
)
