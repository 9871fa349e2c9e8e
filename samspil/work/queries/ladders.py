"""Ladders in words, as pages draw them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from samspil.core.escalation import Target
from samspil.core.routing import Level
from samspil.work.models import EscalationStep, Process
from samspil.work.queries.timing import steps_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RungWords:
    """A step as a page says it; `late` is whether it comes after the deadline."""

    step: EscalationStep
    when: str
    who: str
    hands_over_to: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The steps of one level, lowest first."""

    level: str
    rungs: Sequence[RungWords]


def ladders(process: Process) -> list[Ladder]:
    """The ladder of each level, in one statement."""
    steps = steps_of(process)
    return [
        Ladder(level=level, rungs=[_words(step) for step in steps if step.level == level])
        for level in Level
    ]


def _words(step: EscalationStep) -> RungWords:
    return RungWords(
        step=step,
        when=_when(step),
        who=_who(step),
        hands_over_to=step.team.name if step.team else "",
        late=step.percent is None and (step.minutes or 0) > 0,
    )


def _when(step: EscalationStep) -> str:
    if step.percent is not None:
        return gettext("after %(n)d %% of the time") % {"n": step.percent}
    minutes = step.minutes or 0
    if not minutes:
        return gettext("when it is due")
    if minutes < 0:
        words = ngettext(
            "%(n)d minute before it is due", "%(n)d minutes before it is due", -minutes
        )
    else:
        words = ngettext("%(n)d minute after it was due", "%(n)d minutes after it was due", minutes)
    return words % {"n": abs(minutes)}


def _who(step: EscalationStep) -> str:
    said = {
        Target.TEAM: gettext("the holder or the team"),
        Target.DEPUTY: gettext("the deputy or the rest of the team"),
        Target.LEADER: gettext("the leader"),
    }
    return step.colleague.name if step.colleague else said[Target(step.target)]
