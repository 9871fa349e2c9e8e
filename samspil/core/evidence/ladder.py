"""How a process moves on the ladder of autonomy: down by rule, up by proof and signature.

    event                       at 3    at 2    at 1    at 0
    an alarm                    2       1       1       0       nothing is done alone at 1 and 0
    what proved it overturned   2       1       1       0       the same
    model, prompt, knowledge    1       1       1       0       older proof no longer counts
    what a promise is about     1       1       1       0       the same
    most drafts overruled       –       –       0       –       shown to be over half
    a stop condition held       0       0       0       0       the old way is back
    a person lowers it          any level below
    a step up                   –       3       2       1       see `climbing.missing`

Nothing is ever raised by an event other than a step up. A clock set back changes nothing of that: a
fall is taken at the latest time known.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.binomial import lower_bound
from samspil.core.evidence.climbing import Climb, Plan, Standing, missing

SECOND_FALL = timedelta(days=30)
"""Two falls no further apart than this double the cases for the next step up."""
TOO_OFTEN, DOUBT = 0.5, 0.05
"""Drafts are too often overruled if it is over half, beyond one chance in twenty."""
FEWEST_DRAFTS = 5
"""Of fewer drafts nothing can be said; of five, only if all were overruled (chance 1 in 32)."""


class IllegalMove(Exception):
    """A process may not move there; the message is fit to show to a person."""


class Thing(StrEnum):
    """What of AI may change, so that what was proved before is about something else."""

    MODEL = "model"
    PROMPT = "prompt"
    KNOWLEDGE = "knowledge"
    GROUPS = "groups"
    """Not AI, but what has a promise of its own: which one proves most was seen on those cases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """An alarm sounded, whichever."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Disproved:
    """Answers that the certificate rests on were found wrong, and it proves its promise no more."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """AI is no longer what it was."""

    at: datetime
    thing: Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """So many of the drafts since the last move were overruled by people.

    Asked only where a person decides each case: elsewhere drafts are of hard cases alone.
    """

    at: datetime
    drafts: int
    overruled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowered:
    """A named person takes autonomy away, for which nobody has to prove anything."""

    at: datetime
    to: Autonomy
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Halted:
    """What people said beforehand shall stop it was measured: people decide without AI at once."""

    at: datetime


Event = Alarm | Disproved | Changed | Overruled | Halted | Lowered | Climb


class Reason(StrEnum):
    """Why a process stands where it stands after an event."""

    ALARM = "alarm"
    ALARM_NOTHING_ALONE = "alarm_nothing_alone"
    DISPROVED = "disproved"
    DISPROVED_NOTHING_ALONE = "disproved_nothing_alone"
    CHANGED_MODEL = "changed_model"
    CHANGED_PROMPT = "changed_prompt"
    CHANGED_KNOWLEDGE = "changed_knowledge"
    CHANGED_GROUPS = "changed_groups"
    DRAFTS_OVERRULED = "drafts_overruled"
    DRAFTS_HOLD = "drafts_hold"
    TOO_FEW_DRAFTS = "too_few_drafts"
    HALTED = "halted"
    LOWERED = "lowered"
    CLIMBED = "climbed"


WORDS = {
    Reason.ALARM: "An alarm sounded, so AI goes down one step at once.",
    Reason.ALARM_NOTHING_ALONE: "An alarm sounded. AI finishes nothing alone here, so it stays.",
    Reason.DISPROVED: (
        "Answers that the certificate rests on were found wrong later. It proves its promise no "
        "more, so AI goes down one step at once."
    ),
    Reason.DISPROVED_NOTHING_ALONE: (
        "Answers that a certificate rested on were found wrong later. AI finishes nothing alone "
        "here, so it stays."
    ),
    Reason.CHANGED_MODEL: "The model changed, so what was proved before no longer counts.",
    Reason.CHANGED_PROMPT: "The instructions changed, so what was proved before no longer counts.",
    Reason.CHANGED_KNOWLEDGE: "The knowledge changed, so what was proved before no longer counts.",
    Reason.CHANGED_GROUPS: (
        "What has a promise of its own was changed, so what was proved before no longer counts."
    ),
    Reason.DRAFTS_OVERRULED: (
        "People overruled {overruled} of {drafts} drafts, over half, so AI no longer drafts."
    ),
    Reason.DRAFTS_HOLD: (
        "People overruled {overruled} of {drafts} drafts; that is not shown to be over half."
    ),
    Reason.TOO_FEW_DRAFTS: "{drafts} drafts are too few to judge by; it takes at least {fewest}.",
    Reason.HALTED: "What was to stop it has happened, so people decide without AI, as before.",
    Reason.LOWERED: "{by} took autonomy away.",
    Reason.CLIMBED: "Fresh proof and the signature of {by}: AI goes up one step.",
}
"""English sentences; translations use the same sentence as their key."""

OF_CHANGE = {
    Thing.MODEL: Reason.CHANGED_MODEL,
    Thing.PROMPT: Reason.CHANGED_PROMPT,
    Thing.KNOWLEDGE: Reason.CHANGED_KNOWLEDGE,
    Thing.GROUPS: Reason.CHANGED_GROUPS,
}
OF_ALARM = {
    Alarm: (Reason.ALARM, Reason.ALARM_NOTHING_ALONE),
    Disproved: (Reason.DISPROVED, Reason.DISPROVED_NOTHING_ALONE),
}
"""The reason where AI goes down a step, and where it finishes nothing alone anyway."""
AFTER_ALARM = {
    Autonomy.ALONE: Autonomy.CAREFUL,
    Autonomy.CAREFUL: Autonomy.DRAFT,
    Autonomy.DRAFT: Autonomy.DRAFT,
    Autonomy.PERSON: Autonomy.PERSON,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where a process stands after an event, and why; the rest fills the reason's sentence."""

    standing: Standing
    reason: Reason
    drafts: int = 0
    overruled: int = 0
    by: str = ""

    def words(self) -> str:
        """The reason as an English sentence."""
        return WORDS[self.reason].format(
            drafts=self.drafts, overruled=self.overruled, by=self.by, fewest=FEWEST_DRAFTS
        )


def begin(*, level: Autonomy, at: datetime) -> Standing:
    """A new process stands at no more than drafts; raises `IllegalMove` for more."""
    if level > Autonomy.DRAFT:
        raise IllegalMove("A new process begins with drafts at most; more has to be proved.")
    return Standing(level=level, since=at, latest=at)


def move(standing: Standing, event: Event, *, plan: Plan) -> Moved:
    """Where the process stands after this event.

    Raises `IllegalMove`, saying what is missing, where a step up is not allowed, where somebody
    would lower to no lower level, and where drafts are judged but no person decides each case.
    """
    match event:
        case Alarm() | Disproved():
            return _alarmed(standing, event)
        case Changed():
            level = min(standing.level, Autonomy.DRAFT)
            changed = _at(standing, level, event.at)
            return Moved(standing=changed, reason=OF_CHANGE[event.thing])
        case Overruled():
            return _overruled(standing, event)
        case Halted():
            halted = _fallen(standing, Autonomy.PERSON, event.at)
            return Moved(standing=halted, reason=Reason.HALTED)
        case Lowered():
            return _lowered(standing, event)
        case Climb():
            return _climbed(standing, event, plan=plan)


def too_often_overruled(*, drafts: int, overruled: int) -> bool:
    """Whether it is shown that over half of such drafts are overruled; of none it is not."""
    if not 0 <= overruled <= drafts:
        raise ValueError("Of the drafts at least none and at most all were overruled.")
    return lower_bound(overruled, drafts, DOUBT) > TOO_OFTEN


def _alarmed(standing: Standing, event: Alarm | Disproved) -> Moved:
    level = AFTER_ALARM[standing.level]
    fell, stayed = OF_ALARM[type(event)]
    if level is standing.level:
        return Moved(standing=_at(standing, level, event.at), reason=stayed)
    return Moved(standing=_fallen(standing, level, event.at), reason=fell)


def _overruled(standing: Standing, event: Overruled) -> Moved:
    if standing.level is not Autonomy.DRAFT:
        raise IllegalMove("Drafts are judged only where AI drafts and a person decides each case.")
    after, reason = standing, Reason.DRAFTS_HOLD
    if event.drafts < FEWEST_DRAFTS:
        reason = Reason.TOO_FEW_DRAFTS
    if too_often_overruled(drafts=event.drafts, overruled=event.overruled):
        after, reason = _fallen(standing, Autonomy.PERSON, event.at), Reason.DRAFTS_OVERRULED
    return Moved(standing=after, reason=reason, drafts=event.drafts, overruled=event.overruled)


def _lowered(standing: Standing, event: Lowered) -> Moved:
    if event.to >= standing.level or not event.by.strip():
        raise IllegalMove("A named person may only lower the level; raising it takes proof.")
    return Moved(standing=_at(standing, event.to, event.at), reason=Reason.LOWERED, by=event.by)


def _climbed(standing: Standing, event: Climb, *, plan: Plan) -> Moved:
    lacking = missing(standing, event, plan=plan)
    if lacking:
        raise IllegalMove(" ".join(one.words() for one in lacking))
    level = Autonomy(standing.level + 1)
    risen = replace(_at(standing, level, event.at), doubled=False)
    return Moved(standing=risen, reason=Reason.CLIMBED, by=event.signed_by)


def _at(standing: Standing, level: Autonomy, at: datetime) -> Standing:
    """At this level from now on, or from the latest time known where the clock was set back."""
    latest = max(at, standing.latest)
    return replace(standing, level=level, since=latest, latest=latest)


def _fallen(standing: Standing, level: Autonomy, at: datetime) -> Standing:
    fallen = _at(standing, level, at)
    again = standing.fell_at is not None and fallen.since <= standing.fell_at + SECOND_FALL
    return replace(fallen, fell_at=fallen.since, doubled=standing.doubled or again)
