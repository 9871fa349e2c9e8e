"""When a use of AI is reviewed, what is asked then, and what may follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samspil.core.months import months_after

QUARTER = 3
"""Months between two reviews of a use."""
SOON = timedelta(days=14)
"""How soon a use is reviewed after something happened."""


class Trigger(StrEnum):
    """Why a use is due; the calendar comes last, since whatever happened says more."""

    INCIDENT = "incident"
    FALL = "fall"
    STOP = "stop"
    MODEL = "model"
    QUARTER = "quarter"


class Asked(StrEnum):
    """What the reviewer answers with yes or no."""

    PURPOSE = "purpose"
    QUALITY = "quality"
    OVERSIGHT = "oversight"
    TOLD = "told"
    NEEDED = "needed"


class Conclusion(StrEnum):
    """What follows from a review."""

    GO_ON = "go_on"
    CONDITIONS = "conditions"
    PAUSE = "pause"
    END = "end"


class Fault(StrEnum):
    """Why a review cannot be concluded so."""

    UNANSWERED = "unanswered"
    NO_AND_ON = "no_and_on"
    NO_CONDITION = "no_condition"
    NO_WORDS = "no_words"
    CANNOT_PAUSE = "cannot_pause"


class Fact(StrEnum):
    """What the record says of the time since the last review."""

    CASES = "cases"
    ALONE = "alone"
    TOGETHER = "together"
    PERSON = "person"
    DECIDED = "decided"
    OVERTURNED = "overturned"
    CHECKED = "checked"
    WRONG = "wrong"
    CONTESTED = "contested"
    CHANGED = "changed"
    VERSIONS = "versions"
    INCIDENTS = "incidents"
    OVERSEERS = "overseers"
    UNTRAINED = "untrained"
    DUTIES = "duties"
    TOOLS = "tools"
    LAW = "law"


WORDS: Mapping[StrEnum, str] = {
    Trigger.INCIDENT: "There was an incident.",
    Trigger.FALL: "Checks took autonomy away from AI.",
    Trigger.STOP: "AI was stopped.",
    Trigger.MODEL: "AI was taught anew, or another model came.",
    Trigger.QUARTER: "Three months have passed.",
    Asked.PURPOSE: "Is it used for what it says and for nothing else?",
    Asked.QUALITY: "Are the results good enough for those whom they are about?",
    Asked.OVERSIGHT: "Do people really look, and do they say no where they should?",
    Asked.TOLD: "Do those concerned know of it, and do they reach a person?",
    Asked.NEEDED: "Is it still worth having?",
    Conclusion.GO_ON: "It goes on as it is",
    Conclusion.CONDITIONS: "It goes on, with conditions",
    Conclusion.PAUSE: "AI pauses here",
    Conclusion.END: "AI ends here",
    Fault.UNANSWERED: "Answer every question.",
    Fault.NO_AND_ON: "Where an answer is no, it cannot simply go on: set a condition, or pause AI.",
    Fault.NO_CONDITION: "Name at least one condition, who sees to it, and until when.",
    Fault.NO_WORDS: "Say in a sentence why AI pauses or ends here.",
    Fault.CANNOT_PAUSE: "A review cannot stop AI here: set conditions, or switch it off itself.",
    Fact.CASES: "Cases",
    Fact.ALONE: "AI finished alone",
    Fact.TOGETHER: "AI proposed, a person decided",
    Fact.PERSON: "A person did it",
    Fact.DECIDED: "People decided on AI's proposals",
    Fact.OVERTURNED: "Otherwise than AI proposed",
    Fact.CHECKED: "Checks of what AI finished alone",
    Fact.WRONG: "AI was wrong in a check",
    Fact.CONTESTED: "Contested decisions",
    Fact.CHANGED: "Contested decisions that were changed",
    Fact.VERSIONS: "New versions of what AI learned",
    Fact.INCIDENTS: "Incidents",
    Fact.OVERSEERS: "People who watch over it",
    Fact.UNTRAINED: "Of these without a training for it",
    Fact.DUTIES: "Duties of the law that are not met",
    Fact.TOOLS: "AI tools whose approval has run out or ends soon",
    Fact.LAW: "Provisions of the law to look at again",
}
"""The English words of each, which are also the key of their translations."""
ALARMING = frozenset({Fact.UNTRAINED, Fact.DUTIES, Fact.TOOLS, Fact.LAW})
"""Facts that should be none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By which day a use is reviewed, and why."""

    on: date
    why: Trigger


def due(*, since: date, happened: Sequence[tuple[Trigger, date]]) -> Due:
    """When a use is due that was last reviewed, or began, on the day `since`.

    What happened on that day or later brings it forward, the first of it.
    """
    sooner = sorted((day, list(Trigger).index(why), why) for why, day in happened if day >= since)
    quarter = Due(on=months_after(since, QUARTER), why=Trigger.QUARTER)
    if not sooner:
        return quarter
    first = Due(on=sooner[0][0] + SOON, why=sooner[0][2])
    return first if first.on < quarter.on else quarter


def fault_of(
    conclusion: Conclusion, *, answers: Mapping[Asked, bool], conditions: int, words: str,
    can_pause: bool,
) -> Fault | None:  # fmt: skip
    """Why a review cannot be concluded so; None where it can."""
    if set(answers) != set(Asked):
        return Fault.UNANSWERED
    if conclusion is Conclusion.GO_ON and not all(answers.values()):
        return Fault.NO_AND_ON
    if conclusion is Conclusion.CONDITIONS and not conditions:
        return Fault.NO_CONDITION
    if conclusion in (Conclusion.PAUSE, Conclusion.END):
        if not can_pause:
            return Fault.CANNOT_PAUSE
        if not words.strip():
            return Fault.NO_WORDS
    return None
