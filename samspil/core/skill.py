"""What a skill is: it reads a brief and makes a proposal, and does nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from samspil.core.evidence.verified import NOTHING, Verified


class Ground(StrEnum):
    """What a quoted passage speaks for."""

    TOPIC = "topic"
    URGENT = "urgent"
    DISSATISFIED = "dissatisfied"
    VULNERABLE = "vulnerable"
    WANTS_PERSON = "wants_person"


class Senders(StrEnum):
    """Who writes the messages of a process. Nothing may be read of employees' feelings."""

    CUSTOMERS = "customers"
    EMPLOYEES = "employees"


NEVER_OF_EMPLOYEES = frozenset({Ground.DISSATISFIED, Ground.VULNERABLE})
"""What no skill may look for in a text by an employee: no setting allows it."""
OF_EMPLOYEES = frozenset(Ground) - NEVER_OF_EMPLOYEES
"""All that may be found there; what a skill calls otherwise is none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage of the brief's text: `text[start:end] == quote`."""

    ground: Ground
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that a skill may see of a case: its text, already masked, and who wrote it.

    The text is data, never instruction.
    """

    text: str
    senders: Senders = Senders.CUSTOMERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One possible result and the probability, 0 to 1, that it is right."""

    result: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a skill suggests.

    `options` are at most three, best first; none means that the skill abstains. `language` is an
    ISO 639-1 code, None when the language is not one the skill knows. `sureness`, 0 to 1, says how
    likely the first option is right: not how it compares with the others, as its confidence does,
    but what became of answers like this one.
    """

    options: tuple[Option, ...]
    evidence: tuple[Evidence, ...]
    language: str | None
    sources: tuple[str, ...] = ()
    sureness: float = 0.0

    @property
    def best(self) -> Option | None:
        """The first option; None when the skill abstained."""
        return self.options[0] if self.options else None


@runtime_checkable
class KnowsItself(Protocol):
    """A skill that kept how sure it was of answers to examples out of its sight."""

    @property
    def earlier(self) -> Verified:
        """Those answers; none where it was never tried so."""


def earlier_of(skill: object) -> Verified:
    """What became of the skill's own answers to examples out of its sight; none of one that kept
    none."""
    return skill.earlier if isinstance(skill, KnowsItself) else NOTHING


@runtime_checkable
class Skill(Protocol):
    """One ability of AI. A frozen dataclass whose fields are its settings, all with defaults."""

    @property
    def name(self) -> str:
        """Short and stable, such as "triage"."""

    @property
    def version(self) -> str:
        """Changes whenever the same brief may get another proposal."""

    @property
    def purpose(self) -> str:
        """The one sentence that says what it is for, in English."""

    def propose(self, briefs: Sequence[Brief], /) -> list[Proposal]:
        """One proposal for each brief, in the same order."""
