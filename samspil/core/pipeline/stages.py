"""Where an initiative stands: tried out, in a pilot, scaled, or made better."""

from enum import StrEnum


class Stage(StrEnum):
    """How far an initiative is. Only from `PILOT` on does it change how cases are worked on."""

    POC = "poc"
    PILOT = "pilot"
    SCALE = "scale"
    OPTIMIZE = "optimize"


WORDS = {
    Stage.POC: "Proof of concept",
    Stage.PILOT: "Pilot",
    Stage.SCALE: "Scale",
    Stage.OPTIMIZE: "Optimize",
}
"""In English; translations use the same words as their key."""
ORDER = tuple(Stage)


class NoSuchStep(Exception):
    """An initiative goes forward one stage at a time, or back."""


def after(stage: Stage) -> Stage | None:
    """The next stage; None after the last."""
    at = ORDER.index(stage) + 1
    return ORDER[at] if at < len(ORDER) else None


def before(stage: Stage) -> Stage | None:
    """The stage before; None before the first."""
    at = ORDER.index(stage)
    return ORDER[at - 1] if at else None


def check_step(stage: Stage, wanted: Stage) -> None:
    """Raise `NoSuchStep` unless `wanted` comes next: no gate is passed over."""
    if after(stage) is not wanted:
        raise NoSuchStep(f"From {stage} the next stage is {after(stage)}, not {wanted}.")
