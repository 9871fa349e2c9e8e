"""What places, classes of data and all else of the register are called in papers."""

from samspil.core.ai_act import built, classing, duties, going_live
from samspil.core.ai_act.built import Built
from samspil.core.ai_act.classing import Ground, Risk
from samspil.core.ai_act.duties import Done, Duty
from samspil.core.ai_act.facts import Affected, Narrow
from samspil.core.ai_act.going_live import Need
from samspil.core.evidence import autonomy
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.explaining.lines import Line, worded
from samspil.core.gateway.allowing import Place
from samspil.core.masking import DataClass

PLACES = {
    Place.MACHINE: worded("on this machine"),
    Place.HOUSE: worded("in house"),
    Place.EU: worded("in the EU"),
    Place.ELSEWHERE: worded("elsewhere"),
}
CLASSES = {
    DataClass.PUBLIC: worded("public"),
    DataClass.INTERNAL: worded("internal"),
    DataClass.CONFIDENTIAL: worded("confidential"),
    DataClass.PERSONAL: worded("personal"),
    DataClass.SPECIAL: worded("special kinds"),
    DataClass.SECRET: worded("secret"),
}
NAMES = {
    Built.ANSWERS: worded("Answers from documents"),
    Built.EXPERTS: worded("Whom to ask"),
    Built.SUMMARIES: worded("Summaries"),
    Built.MINUTES: worded("Minutes of meetings"),
    Built.GAPS: worded("Map of what is missing"),
    Built.MODEL: worded("Texts by a language model"),
}
"""Uses of which there is one."""
RISKS = {
    Risk.REFUSED: worded("forbidden"),
    Risk.HIGH: worded("high risk"),
    Risk.TOLD: worded("people are told"),
    Risk.MINIMAL: worded("small risk"),
    Risk.NO_AI: worded("no AI in the law's sense"),
}
AFFECTED = {
    Affected.CUSTOMERS: worded("customers"),
    Affected.APPLICANTS: worded("applicants"),
    Affected.EMPLOYEES: worded("employees"),
    Affected.NOBODY: worded("nobody"),
}
NARROW = {
    Narrow.PROCEDURE: worded("it does one narrow step of procedure"),
    Narrow.IMPROVES: worded("it improves what a person has finished"),
    Narrow.PATTERNS: worded("it finds patterns in what people decided, and replaces nothing"),
    Narrow.PREPARES: worded("it only prepares what a person then judges"),
}
DONE = {
    Done.PROGRAM: worded("done by the program"),
    Done.PEOPLE: worded("done"),
    Done.NOT_YET: worded("missing"),
    Done.ELSEWHERE: worded("kept elsewhere"),
}


def purpose_of(kind: Built) -> Line:
    """The one text that says what a use is for."""
    return Line(words=built.WORDS[kind])


def reason_of(ground: Ground) -> Line:
    """Why a use has its class."""
    return Line(words=classing.WORDS[ground])


def need_of(need: Need) -> Line:
    """What the gate waits for."""
    return Line(words=going_live.WORDS[need])


def duty_of(duty: Duty) -> Line:
    """What has to be done."""
    return Line(words=duties.WORDS[duty])


def level_of(level: Autonomy) -> Line:
    """What AI may do at this level."""
    return Line(words=autonomy.WORDS[level])
