"""Processes, cases, what happens to a case, and what is done when it waits."""

from samspil.work.models.approved import ApprovedUse
from samspil.work.models.attachments import Attachment, Enclosure
from samspil.work.models.autonomy import (
    AutonomyMove,
    Certificate,
    CertifiedGroup,
    FirstJudgement,
    LoneAnswer,
    PlantedItem,
    ProcessAutonomy,
)
from samspil.work.models.capacity import Capacity
from samspil.work.models.casework import (
    Case,
    Channel,
    Decision,
    Direction,
    Message,
    Outgoing,
    Proposal,
    Verdict,
)
from samspil.work.models.contesting import Complaint
from samspil.work.models.emptied import Cause, Emptied
from samspil.work.models.entries import Entry
from samspil.work.models.evidence import VerifiedAnswer
from samspil.work.models.pricing import DayPrice, RunningPrice
from samspil.work.models.processes import Process, ProcessTeam, Stop, Topic
from samspil.work.models.searching import CaseWords
from samspil.work.models.tallies import Figure, Tally
from samspil.work.models.threads import Answered
from samspil.work.models.unlearned import Unlearned
from samspil.work.models.waiting import About, EscalationStep, Notice, StepTaken, Timetable

__all__ = [
    "About",
    "Answered",
    "ApprovedUse",
    "Attachment",
    "AutonomyMove",
    "Capacity",
    "Case",
    "CaseWords",
    "Cause",
    "Certificate",
    "CertifiedGroup",
    "Channel",
    "Complaint",
    "DayPrice",
    "Decision",
    "Direction",
    "Emptied",
    "Enclosure",
    "Entry",
    "EscalationStep",
    "Figure",
    "FirstJudgement",
    "LoneAnswer",
    "Message",
    "Notice",
    "Outgoing",
    "PlantedItem",
    "Process",
    "ProcessAutonomy",
    "ProcessTeam",
    "Proposal",
    "RunningPrice",
    "StepTaken",
    "Stop",
    "Tally",
    "Timetable",
    "Topic",
    "Unlearned",
    "Verdict",
    "VerifiedAnswer",
]
