"""What people ask about what is held of them, reviews, papers, and what went wrong."""

from samspil.trust.models.incidents import Concerned, Incident, Step, Weighed
from samspil.trust.models.papers import Format, KeptPaper, Statement
from samspil.trust.models.requests import (
    OPEN,
    WAITING,
    AccessRequest,
    Answer,
    Erasure,
    Phase,
    Stage,
)
from samspil.trust.models.reviews import Finding, Review

__all__ = [
    "OPEN",
    "WAITING",
    "AccessRequest",
    "Answer",
    "Concerned",
    "Erasure",
    "Finding",
    "Format",
    "Incident",
    "KeptPaper",
    "Phase",
    "Review",
    "Stage",
    "Statement",
    "Step",
    "Weighed",
]
