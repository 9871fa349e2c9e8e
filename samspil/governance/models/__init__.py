"""Guidelines, AI's texts, calls of language models, tools, and how long data is kept."""

from samspil.governance.models.guidelines import Confirmation, Guideline, GuidelineVersion
from samspil.governance.models.retention import Agreement, Hold, Period, PurgeReport
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
    "Agreement",
    "Allowance",
    "Confirmation",
    "Fingerprint",
    "Guideline",
    "GuidelineVersion",
    "Hold",
    "ModelCall",
    "ModelServer",
    "Outcome",
    "Period",
    "PurgeReport",
    "Tool",
]
