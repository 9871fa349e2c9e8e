"""What an organisation lays down for a chat, and when that is enough to open it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from samspil.core.chat.listed import ALWAYS, Topic
from samspil.core.skill import Senders

LONGEST_TURN = 1_000
"""Characters of a turn."""
MOST_TURNS = 40
"""Turns of a conversation."""


class Audience(StrEnum):
    """Who writes. Employees sign in; applicants and customers are strangers."""

    EMPLOYEES = "employees"
    APPLICANTS = "applicants"
    CUSTOMERS = "customers"

    @property
    def public(self) -> bool:
        """Whether anybody may write, without an account."""
        return self is not Audience.EMPLOYEES

    @property
    def senders(self) -> Senders:
        """How what they write may be read: applicants are protected as employees are."""
        return Senders.CUSTOMERS if self is Audience.CUSTOMERS else Senders.EMPLOYEES


class Lack(StrEnum):
    """What a chat cannot be opened without."""

    LANGUAGE = "language"
    TITLE = "title"
    CONTACT = "contact"
    PRIVACY = "privacy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a chat says in one language; `hours` is when people answer."""

    title: str = ""
    greeting: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatPlan:
    """Everything that is chosen about a chat. `topics` go straight to a person, beside those that
    always do; `sites` are the origins that may show it in a frame. `phrased`: a language model puts
    what the documents say into other words, where one may be asked."""

    audience: Audience
    languages: Sequence[str] = ("da",)
    texts: Mapping[str, Said] = field(default_factory=dict)
    topics: Sequence[Topic] = tuple(Topic)
    contact: str = ""
    privacy_url: str = ""
    sites: Sequence[str] = ()
    phrased: bool = False

    def said(self, language: str) -> Said:
        """The texts in this language, else in the first one offered."""
        return self.texts.get(language) or self.texts.get(self.languages[0]) or Said()


def usual_topics(audience: Audience) -> tuple[Topic, ...]:
    """What goes straight to a person unless somebody chooses otherwise."""
    if audience is Audience.CUSTOMERS:
        return tuple(topic for topic in Topic if topic in ALWAYS)
    return tuple(Topic)


def lacking(plan: ChatPlan) -> list[Lack]:
    """What must be filled in first: strangers are told whom they write to (GDPR, Article 13)."""
    said = [plan.texts.get(language, Said()) for language in plan.languages]
    missing = {
        Lack.LANGUAGE: not plan.languages,
        Lack.TITLE: not all(one.title.strip() for one in said),
        Lack.CONTACT: plan.audience.public and not plan.contact.strip(),
        Lack.PRIVACY: plan.audience.public and not plan.privacy_url.strip(),
    }
    return [lack for lack, is_missing in missing.items() if is_missing]
