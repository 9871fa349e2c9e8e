"""What people ask about what is held of them, reviews of uses of AI, and papers."""

from samspil.trust.models.papers import Format, KeptPaper, Statement
from samspil.trust.models.requests import OPEN, AccessRequest, Answer, Erasure, Phase, Stage
from samspil.trust.models.reviews import Finding, Review

__all__ = [
    "OPEN",
    "AccessRequest",
    "Answer",
    "Erasure",
    "Finding",
    "Format",
    "KeptPaper",
    "Phase",
    "Review",
    "Stage",
    "Statement",
]
