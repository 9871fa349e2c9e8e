"""Initiatives, their stages, what stops them, drills, who sees to what, and adjustments."""

from samspil.pipeline.models.adjusting import Adjustment
from samspil.pipeline.models.initiatives import (
    Assignment,
    Drill,
    Initiative,
    Participant,
    StageMove,
    StopCondition,
)

__all__ = [
    "Adjustment",
    "Assignment",
    "Drill",
    "Initiative",
    "Participant",
    "StageMove",
    "StopCondition",
]
