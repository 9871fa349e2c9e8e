"""What each skill is for, in words for whoever decides whether to use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """English sentences, which are also the keys of their translations; languages by code."""

    title: str
    purpose: str
    reads: str
    never_reads: str
    languages: tuple[str, ...]


WORDS = {
    "triage_title": "Sorting messages",
    "triage_purpose": (
        "Says what a message is about. In customers' messages it also finds urgency, "
        "dissatisfaction, hardship (such as a death, illness or debt) and the wish for a person, "
        "with the words quoted."
    ),
    "triage_reads": (
        "The text of the message after identity numbers were masked, its first 20,000 characters."
    ),
    "triage_never_reads": (
        "Who wrote it, attachments, other cases, identity numbers. In what employees and applicants"
        " write it looks for nothing but the topic: no mood, no dissatisfaction, no hardship."
    ),
}
"""The sentences, by name."""
ABOUT: Mapping[str, About] = MappingProxyType(
    {
        "triage": About(
            title=WORDS["triage_title"],
            purpose=WORDS["triage_purpose"],
            reads=WORDS["triage_reads"],
            never_reads=WORDS["triage_never_reads"],
            languages=("da", "de", "en"),
        ),
    }
)
