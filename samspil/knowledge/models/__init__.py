"""Documents, the passages they are found by, and what was asked."""

from samspil.knowledge.models.documents import Document, Part, Passage, Secrecy, State
from samspil.knowledge.models.questions import AskedIn, Outcome, Pointer, Question

__all__ = [
    "AskedIn",
    "Document",
    "Outcome",
    "Part",
    "Passage",
    "Pointer",
    "Question",
    "Secrecy",
    "State",
]
