"""Rollouts of initiatives, the teams that take them up, requests for help, and early alarms."""

from samspil.rollouts.models.rollout import ChangeAgent, Evidence, PhaseMove, Rollout, TeamRollout
from samspil.rollouts.models.support import CommonQuestion, SupportRequest, SupportTurn
from samspil.rollouts.models.watched import Alarm, Trend

__all__ = [
    "Alarm",
    "ChangeAgent",
    "CommonQuestion",
    "Evidence",
    "PhaseMove",
    "Rollout",
    "SupportRequest",
    "SupportTurn",
    "TeamRollout",
    "Trend",
]
