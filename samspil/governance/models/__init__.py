"""Guidelines, AI's texts, language models and calls of them, and tools with AI in them."""

from samspil.governance.models.guidelines import Confirmation, Guideline, GuidelineVersion
from samspil.governance.models.servers import (
    Allowance,
    Fingerprint,
    ModelCall,
    ModelServer,
    Outcome,
)
from samspil.governance.models.tools import SCORES, Tool

__all__ = [
    "SCORES",
    "Allowance",
    "Confirmation",
    "Fingerprint",
    "Guideline",
    "GuidelineVersion",
    "ModelCall",
    "ModelServer",
    "Outcome",
    "Tool",
]
