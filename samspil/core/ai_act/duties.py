"""What has to be done about a use, by whom, since when, and what shows that it was."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samspil.core.ai_act.calendar import CALENDAR, Provision
from samspil.core.ai_act.classing import Class, Ground, Risk
from samspil.core.ai_act.facts import Affected, Facts
from samspil.core.ai_act.going_live import Need
from samspil.core.ai_act.roles import Part


class Duty(StrEnum):
    """One thing to be done."""

    LITERACY = "literacy"
    OVERSIGHT = "oversight"
    MONITORING = "monitoring"
    LOGS = "logs"
    TELL_STAFF = "tell_staff"
    TELL_PEOPLE = "tell_people"
    ASSESS = "assess"
    EXPLAIN = "explain"
    SAY_AI = "say_ai"
    MARK = "mark"
    NOTE_EXCEPTION = "note_exception"
    REGISTER = "register"
    RISK_FILE = "risk_file"
    DATA = "data"
    PAPERS = "papers"
    INSTRUCTIONS = "instructions"
    ACCURACY = "accuracy"
    QUALITY = "quality"


WORDS = {
    Duty.LITERACY: "Help those who work with it to understand it",
    Duty.OVERSIGHT: "Name people who watch over it, who have learned how and may stop it",
    Duty.MONITORING: "Watch how it does, and stop it where it goes wrong",
    Duty.LOGS: "Keep its records for six months at least",
    Duty.TELL_STAFF: "Tell employees and their representatives before it begins",
    Duty.TELL_PEOPLE: "Tell those about whom it helps to decide",
    Duty.ASSESS: "Assess beforehand how it may weigh on people",
    Duty.EXPLAIN: "Explain a decision to whoever it is about",
    Duty.SAY_AI: "Say at the first word that it is AI",
    Duty.MARK: "Mark its texts, so that anybody can check them",
    Duty.NOTE_EXCEPTION: "Write down why the exception holds",
    Duty.REGISTER: "Enter it in the European register",
    Duty.RISK_FILE: "Keep a file of its risks and what is done about them",
    Duty.DATA: "Look after the data it learns from and is tried with",
    Duty.PAPERS: "Keep its technical papers",
    Duty.INSTRUCTIONS: "Write instructions for whoever uses it",
    Duty.ACCURACY: "Say how accurate it is, and keep it safe from attacks",
    Duty.QUALITY: "Keep a way of working that assures its quality",
}
"""Each in English; translations use the same words as their key."""


class Done(StrEnum):
    """Whether a duty is met: by the program itself, by people, not yet, or not known here."""

    PROGRAM = "program"
    PEOPLE = "people"
    NOT_YET = "not_yet"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A duty that a use brings, its article and provision, and whether it is met."""

    duty: Duty
    article: str
    provision: Provision
    done: Done

    def in_force(self, *, on: date) -> bool:
        """Whether it is owed on that day already."""
        return CALENDAR[self.provision].in_force(on=on)


@dataclass(frozen=True, slots=True)
class _Duty:
    duty: Duty
    article: str
    provision: Provision
    needs: tuple[Need, ...] = ()
    program: bool = False


_EVERY = (_Duty(Duty.LITERACY, "Art. 4", Provision.LITERACY, (Need.OVERSEERS, Need.TRAINING)),)
_SAY = (_Duty(Duty.SAY_AI, "Art. 50(1)", Provision.TRANSPARENCY, program=True),)
_MARK = (_Duty(Duty.MARK, "Art. 50(2)", Provision.TRANSPARENCY, program=True),)
_NOTED = (
    _Duty(Duty.NOTE_EXCEPTION, "Art. 6(4)", Provision.HIGH_RISK, (Need.CLASS,)),
    _Duty(Duty.REGISTER, "Art. 49(2)", Provision.HIGH_RISK),
)
_USING = (
    _Duty(Duty.OVERSIGHT, "Art. 26(2)", Provision.HIGH_RISK, (Need.OVERSEERS, Need.TRAINING)),
    _Duty(Duty.MONITORING, "Art. 26(5)", Provision.HIGH_RISK, (Need.STOP_PLAN,)),
    _Duty(Duty.LOGS, "Art. 26(6)", Provision.HIGH_RISK, program=True),
    _Duty(
        Duty.TELL_STAFF, "Art. 26(7)", Provision.HIGH_RISK, (Need.REPRESENTATIVES, Need.SIX_WEEKS)
    ),
    _Duty(Duty.TELL_PEOPLE, "Art. 26(11)", Provision.HIGH_RISK, (Need.NOTICE,)),
    _Duty(Duty.ASSESS, "GDPR Art. 35", Provision.IMPACT, (Need.ASSESSMENT,)),
    _Duty(Duty.EXPLAIN, "Art. 86", Provision.EXPLANATION),
)
_PROVIDING = (
    _Duty(Duty.RISK_FILE, "Art. 9", Provision.HIGH_RISK),
    _Duty(Duty.DATA, "Art. 10", Provision.HIGH_RISK),
    _Duty(Duty.PAPERS, "Art. 11", Provision.HIGH_RISK),
    _Duty(Duty.INSTRUCTIONS, "Art. 13", Provision.HIGH_RISK),
    _Duty(Duty.ACCURACY, "Art. 15", Provision.HIGH_RISK),
    _Duty(Duty.QUALITY, "Art. 17", Provision.HIGH_RISK),
    _Duty(Duty.REGISTER, "Art. 49(1)", Provision.HIGH_RISK),
)


def duties_of(
    found: Class, facts: Facts, *, part: Part, missing: frozenset[Need]
) -> tuple[Owed, ...]:
    """What is owed for a use of this class; `missing` is all that people have not recorded yet."""
    if found.risk in (Risk.REFUSED, Risk.NO_AI):
        return ()
    rows = list(_EVERY)
    if found.risk is Risk.HIGH:
        rows += _USING
        rows += _PROVIDING if part.provider else ()
    rows += _NOTED if Ground.EXCEPTION in found.grounds else ()
    rows += _SAY if Ground.MEETS_PEOPLE in found.grounds else ()
    rows += _MARK if Ground.WRITES in found.grounds else ()
    return tuple(
        Owed(
            duty=row.duty,
            article=row.article,
            provision=row.provision,
            done=_done(row, missing),
        )
        for row in rows
        if row.duty is not Duty.TELL_STAFF or Affected.EMPLOYEES in facts.affected
    )


def _done(row: _Duty, missing: frozenset[Need]) -> Done:
    if row.program:
        return Done.PROGRAM
    if not row.needs:
        return Done.ELSEWHERE
    return Done.NOT_YET if missing & set(row.needs) else Done.PEOPLE
