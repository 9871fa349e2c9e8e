"""What people ask about what is held of them, and reviews of uses of AI."""

from samspil.trust.models.requests import AccessRequest, Answer, Erasure, Phase, Stage
from samspil.trust.models.reviews import Finding, Review

__all__ = ["AccessRequest", "Answer", "Erasure", "Finding", "Phase", "Review", "Stage"]
