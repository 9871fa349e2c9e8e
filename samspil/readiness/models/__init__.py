"""Rounds and their figures, interviews and what came of them, and the vision."""

from samspil.readiness.models.interviews import Finding, Guide, Interview, Note
from samspil.readiness.models.rounds import AskedTeam, Figure, Round, Sheet
from samspil.readiness.models.vision import Goal, Look, Mark, Settled, Version

__all__ = [
    "AskedTeam",
    "Figure",
    "Finding",
    "Goal",
    "Guide",
    "Interview",
    "Look",
    "Mark",
    "Note",
    "Round",
    "Settled",
    "Sheet",
    "Version",
]
