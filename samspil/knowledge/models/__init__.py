"""Documents, the passages they are found by, where they come from, and what was asked."""

from samspil.knowledge.models.documents import Document, Part, Passage, Secrecy, State
from samspil.knowledge.models.mails import ErasedMail, MailParty
from samspil.knowledge.models.questions import AskedIn, Outcome, Pointer, Question
from samspil.knowledge.models.sending import Desk, FoundPlace, MayBeNamed, QuestionCase
from samspil.knowledge.models.sources import Pace, Source, SourceItem, SourceKind, SourceRun
from samspil.knowledge.models.standards import StandardAnswer, StandardVersion, Wording

__all__ = [
    "AskedIn",
    "Desk",
    "Document",
    "ErasedMail",
    "FoundPlace",
    "MailParty",
    "MayBeNamed",
    "Outcome",
    "Pace",
    "Part",
    "Passage",
    "Pointer",
    "Question",
    "QuestionCase",
    "Secrecy",
    "Source",
    "SourceItem",
    "SourceKind",
    "SourceRun",
    "StandardAnswer",
    "StandardVersion",
    "State",
    "Wording",
]
