"""Processes, cases, what happens to a case, and what is done when it waits."""

from samspil.work.models.casework import (
    Case,
    Decision,
    Direction,
    Message,
    Outgoing,
    Process,
    ProcessTeam,
    Proposal,
    Stop,
    Topic,
    Verdict,
)

__all__ = [
    "Case",
    "Decision",
    "Direction",
    "Message",
    "Outgoing",
    "Process",
    "ProcessTeam",
    "Proposal",
    "Stop",
    "Topic",
    "Verdict",
]
