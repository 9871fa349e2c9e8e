"""What an initiative lays down against how its task is divided now: what differs, and why.

Taking over touches the organisation model and the share that a person judges first, and nothing
else: amounts, teams and how much AI may do stay, and the law is in the division already.
"""

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from samspil.core.allocation.divisions import Division
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route
from samspil.core.pipeline.accepting import laid_down
from samspil.core.pipeline.arrangement import Arrangement, like
from samspil.core.pipeline.stages import Stage


class Ground(StrEnum):
    """Why it differs, the weightiest first: the law leaves AI less than is laid down; the task was
    divided anew since; or a person planned otherwise and it may stay so."""

    LAW = "law"
    DIVIDED = "divided"
    PLANNED = "planned"


class Where(StrEnum):
    """What would change: what is laid down for a stage, or the process itself at once."""

    PILOT = "pilot"
    SCALE = "scale"
    PROCESS = "process"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidDown:
    """What an initiative lays down for its stages, and by which `division` of its task (None: that
    is not known). `works` is how its process is shared now, None while AI does not work by it."""

    pilot: Arrangement
    scale: Arrangement
    division: Division | None = None
    stage: Stage = Stage.POC
    works: Arrangement | None = None

    def parts(self) -> tuple[tuple[Where, Arrangement], ...]:
        """Each thing that is laid down, in the order in which it is told."""
        both = ((Where.PILOT, self.pilot), (Where.SCALE, self.scale))
        return both if self.works is None else (*both, (Where.PROCESS, self.works))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How something is laid down now, and how it would be then."""

    where: Where
    now: Arrangement
    then: Arrangement


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """That a task is divided otherwise than its initiative lays down.

    `was` is the division by which it was laid down, None where that is not known. `steps` are what
    taking over changes: none where a person does the task alone, since nothing is to be tried.
    """

    division: Division
    was: Division | None
    ground: Ground
    steps: tuple[Step, ...]

    @property
    def by_people(self) -> bool:
        """Whether a person does the task alone now, so that there is no way to take over."""
        return self.division is Division.PERSON_ALONE

    @property
    def lives(self) -> bool:
        """Whether taking it over changes how the process works, from the next case on."""
        return any(one.where is Where.PROCESS for one in self.steps)

    @property
    def may_stay(self) -> bool:
        """Whether a person may leave it so."""
        return self.ground is not Ground.LAW

    @property
    def mark(self) -> str:
        """A mark of what is read here: another one as soon as anything of it is otherwise."""
        told = [[one.where, one.now.kept(), one.then.kept()] for one in self.steps]
        text = json.dumps([self.division, self.was, self.ground, told], sort_keys=True)
        return sha256(text.encode()).hexdigest()[:24]


def difference(laid: LaidDown, division: Division, *, most: Division) -> Difference | None:
    """What differs once the task has this division, of which the law leaves AI `most`; None where
    what is laid down follows from it."""
    by_people = division is Division.PERSON_ALONE
    steps = () if by_people else _steps(laid, division)
    if not steps and not by_people:
        return None
    ground = Ground.DIVIDED
    if not within_law(laid, most):
        ground = Ground.LAW
    elif laid.division is division or (laid.division is None and not by_people):
        ground = Ground.PLANNED
    return Difference(division=division, was=laid.division, ground=ground, steps=steps)


def within_law(laid: LaidDown, most: Division) -> bool:
    """Whether nothing that is laid down leaves AI more of a task than the law does."""
    if most is Division.AI_ALONE:
        return True
    if most is Division.PERSON_ALONE:
        return False
    return not any(_more(way, _then(where, laid, most)) for where, way in laid.parts())


def taken_over(laid: LaidDown, division: Division) -> LaidDown:
    """What is laid down once this division is taken over. Raises `NothingToTry`."""
    changed = {where.value: _then(where, laid, division) for where, _way in laid.parts()}
    return replace(
        laid, pilot=changed["pilot"], scale=changed["scale"], works=changed.get("process"),
        division=division,
    )  # fmt: skip


def _steps(laid: LaidDown, division: Division) -> tuple[Step, ...]:
    found = (
        Step(where=where, now=way, then=_then(where, laid, division)) for where, way in laid.parts()
    )
    return tuple(one for one in found if one.now != one.then)


def _then(where: Where, laid: LaidDown, division: Division) -> Arrangement:
    pilot, scale = laid_down(division)
    if where is Where.PROCESS:
        assert laid.works is not None
        return like(laid.works, pilot if laid.stage is Stage.PILOT else scale)
    return like(laid.pilot, pilot) if where is Where.PILOT else like(laid.scale, scale)


def _more(way: Arrangement, allowed: Arrangement) -> bool:
    """Whether AI does more this way: a step alone that is not allowed, or more before a person
    judges."""
    return way.judge_first < allowed.judge_first or not _alone(way) <= _alone(allowed)


def _alone(way: Arrangement) -> frozenset[str]:
    wanted = MODELS[way.organisation_model].wanted
    return frozenset(step for step, route in wanted.items() if route is Route.ALONE)
