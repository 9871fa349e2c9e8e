"""What AI is shown of a text, and what the routing rule is told of it.

One place for the real thing and for a dry look, so that the two cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from samspil.core.organisation_models.contract import OrganisationModel
from samspil.core.reading import MOST_CHARACTERS, read
from samspil.core.routing import Facts, Level
from samspil.core.skill import Brief, Proposal, Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A text after the intake filter, and what the filter found."""

    text: str
    identity_found: bool
    hidden_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a process lays down for all its cases. `levels` maps each topic to its service level."""

    model: OrganisationModel
    levels: dict[str, Level]
    least_confidence: float = 0.6
    stopped: bool = False


def ask(skill: Skill, texts: Sequence[str], *, stopped: bool = False) -> list[Proposal | None]:
    """A proposal for each text, in order; None for those too long, for all where AI is stopped."""
    if stopped:
        return [None] * len(texts)
    made = iter(skill.propose([Brief(text=text) for text in texts if not _too_long(text)]))
    return [None if _too_long(text) else next(made) for text in texts]


def facts_of(seen: Seen, *, proposal: Proposal | None, rules: Rules) -> Facts:
    """What the routing rule looks at."""
    return Facts(
        proposal=proposal,
        model=rules.model,
        levels=rules.levels,
        stopped=rules.stopped,
        readable=read(seen.text).readable,
        identity_found=seen.identity_found,
        hidden_text=seen.hidden_text,
        too_long=_too_long(seen.text),
        least_confidence=rules.least_confidence,
    )


def _too_long(text: str) -> bool:
    return len(text) > MOST_CHARACTERS
