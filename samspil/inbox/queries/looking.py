"""A dry look: what would become of messages, without storing anything."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from samspil.adapters import embedding
from samspil.core.looking import Rules, Seen, ask, facts_of
from samspil.core.organisation_models import MODELS
from samspil.core.routing import Routing, route, sentence
from samspil.core.skill import Evidence, Ground, Option, Proposal, Senders, Skill
from samspil.governance.queries import intake
from samspil.skills.registry import load_skill, starter_topics
from samspil.work.models import Process
from samspil.work.queries import model_folder, rules_of, skill_of, topics_of

CUES = (Ground.DISSATISFIED, Ground.VULNERABLE, Ground.URGENT, Ground.WANTS_PERSON)
"""Gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What would become of one message. `text` is what would be stored, masked."""

    text: str
    routing: Routing
    proposal: Proposal | None

    @property
    def best(self) -> Option | None:
        """AI's best guess, however unsure; None without one."""
        return self.proposal.best if self.proposal else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages that AI would quote."""
        return self.proposal.evidence if self.proposal else ()

    @property
    def cue(self) -> Ground | None:
        """The gravest thing the customer says besides the matter itself."""
        said = {passage.ground for passage in self.evidence}
        return next((ground for ground in CUES if ground in said), None)


def look_at(texts: Sequence[str], *, skill: Skill, rules: Rules) -> list[Look]:
    """What would become of these texts, by the filter and the rule that real ones go through."""
    took = [intake(text) for text in texts]
    texts_read = [one.text for one in took]
    proposals = ask(
        skill,
        texts_read,
        senders=rules.senders,
        moved=rules.moved,
        stopped=rules.rests,
        about_people=rules.about_people,
    )
    return [
        Look(
            text=one.text,
            proposal=proposal,
            routing=route(
                facts_of(
                    Seen(
                        text=one.text,
                        identity_found=bool(one.masked),
                        hidden_text=one.hidden_text,
                    ),
                    proposal=proposal,
                    rules=rules,
                )
            ),
        )
        for one, proposal in zip(took, proposals, strict=True)
    ]


def look_in(process: Process, texts: Sequence[str]) -> list[Look]:
    """What would become of these texts in this process today."""
    skill = skill_of(process)
    rules = rules_of(process, topics_of(process), version=skill.version)
    return look_at(texts, skill=skill, rules=rules)


def starter_skill() -> Skill:
    """Triage as it comes; from a file in the home folder, learned first where there is none."""
    return load_skill("triage", "", folder=model_folder(), embedder=embedding.chosen())


def starter_rules() -> Rules:
    """How a new process begins, with the starter topics."""
    levels = {topic.key: topic.level for topic in starter_topics()}
    return Rules(model=MODELS["collaborative"], levels=levels, senders=Senders.CUSTOMERS)


def look_words(look: Look) -> str:
    """Why it would go there, as a sentence in the reader's language."""
    words = gettext(sentence(look.routing.reason, quote=look.routing.quote))
    return words.format(quote=look.routing.quote, percent=look.routing.percent)
