"""What AI is shown of a text, and what the routing rule is told of it.

One place for the real thing and for a dry look, so that the two cannot differ.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from samspil.core.affect import named_feeling
from samspil.core.floors import Floor, floor_of
from samspil.core.organisation_models.contract import OrganisationModel
from samspil.core.reading import MOST_CHARACTERS, read
from samspil.core.reins import HELD, Reins
from samspil.core.routing import Facts, Level
from samspil.core.skill import OF_EMPLOYEES, Brief, Option, Proposal, Senders, Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A text after the intake filter, and what the filter found.

    `wish` holds the words by which its sender chose a person; then AI is shown nothing of it.
    `grave`: it came with words that are an experienced person's. `key` names the case for lots,
    empty for a dry look, which draws none. `files` came along; `again`: the customer wrote more
    than once; `beside` came along, such as the subject, and is looked at for floors only;
    `special`: its data are known to be specially protected. `reply_ready`: an approved answer to
    just this may be sent without a look.
    """

    text: str
    identity_found: bool
    hidden_text: bool
    wish: str = ""
    grave: bool = False
    key: str = ""
    files: bool = False
    again: bool = False
    special: bool = False
    beside: str = ""
    reply_ready: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a process lays down for all its cases. `levels` maps each topic to its service level;
    `moved` maps topics that are gone to those they are part of now, empty for none. `floors` has
    the topics that are always a person's to decide, `ready` each topic and language for which
    there is an approved reply. `not_begun`: the gate before AI's use here is closed.
    """

    model: OrganisationModel
    levels: dict[str, Level]
    senders: Senders
    moved: Mapping[str, str] = field(default_factory=dict)
    least_confidence: float = 0.6
    stopped: bool = False
    not_begun: bool = False
    floors: Mapping[str, Floor] = field(default_factory=dict)
    ready: frozenset[tuple[str, str]] = frozenset()
    reins: Reins = HELD

    @property
    def rests(self) -> bool:
        """Whether AI does not work here: stopped, or not allowed to begin yet."""
        return self.stopped or self.not_begun

    @property
    def persons_topics(self) -> frozenset[str]:
        """Matters of employees that always go to an experienced person: those of level 3."""
        if self.senders is Senders.CUSTOMERS:
            return frozenset()
        return frozenset(key for key, level in self.levels.items() if level is Level.EXPERIENCED)

    @property
    def about_people(self) -> frozenset[str]:
        """Topics that decide about a person, such as an applicant."""
        return frozenset(key for key, floor in self.floors.items() if floor is Floor.PEOPLE)


def ask(
    skill: Skill,
    texts: Sequence[str],
    *,
    senders: Senders,
    moved: Mapping[str, str] | None = None,
    stopped: bool = False,
    of_staff: Sequence[bool] = (),
    about_people: Collection[str] = (),
) -> list[Proposal | None]:
    """A proposal for each text, in order; None for those too long, for all where AI is stopped.

    Whatever a skill finds, nothing is passed on that may not be found in texts of employees and
    applicants, and no topic that is gone: see `Rules.moved`. `of_staff` says of each text whether a
    colleague wrote it, to whomever; texts about topics that decide `about_people` are heard as
    theirs too.
    """
    if stopped:
        return [None] * len(texts)
    theirs = [Senders.EMPLOYEES if mine else senders for mine in of_staff or [False] * len(texts)]
    read = [(text, who) for text, who in zip(texts, theirs, strict=True) if not _too_long(text)]
    briefs = [Brief(text=text, senders=who) for text, who in read]
    named = (as_named_now(one, moved or {}) for one in skill.propose(briefs))
    made = iter(
        [
            _lawful(one, who, about_people=about_people)
            for one, (_text, who) in zip(named, read, strict=True)
        ]
    )
    return [None if _too_long(text) else next(made) for text in texts]


def as_named_now(proposal: Proposal, moved: Mapping[str, str]) -> Proposal:
    """The proposal in topics that there are; what was meant for one that is gone goes along."""
    if not any(option.result in moved for option in proposal.options):
        return proposal
    shares: dict[str, float] = {}
    for option in proposal.options:
        result = moved.get(option.result, option.result)
        if result:
            shares[result] = min(1.0, shares.get(result, 0.0) + option.confidence)
    order = sorted(shares.items(), key=lambda one: -one[1])
    options = tuple(Option(result=result, confidence=share) for result, share in order)
    return replace(proposal, options=options)


def _lawful(proposal: Proposal, senders: Senders, *, about_people: Collection[str]) -> Proposal:
    best = proposal.best
    if senders is Senders.CUSTOMERS and (best is None or best.result not in about_people):
        return proposal
    return replace(
        proposal,
        evidence=tuple(one for one in proposal.evidence if one.ground in OF_EMPLOYEES),
        options=tuple(one for one in proposal.options if not named_feeling(one.result)),
    )


def facts_of(seen: Seen, *, proposal: Proposal | None, rules: Rules) -> Facts:
    """What the routing rule looks at; whether a parallel run draws the case is not known here."""
    best = proposal.best if proposal else None
    about = (best.result if best else "", (proposal.language if proposal else None) or "")
    floor = floor_of(
        seen.text,
        beside=seen.beside,
        topic=rules.floors.get(best.result) if best else None,
        files=seen.files,
        again=seen.again,
        special=seen.special,
        money_limit=rules.reins.money_limit,
    )
    return Facts(
        proposal=proposal,
        model=rules.model,
        levels=rules.levels,
        stopped=rules.stopped,
        not_begun=rules.not_begun,
        wish=seen.wish,
        grave=seen.grave,
        readable=read(seen.text).readable,
        identity_found=seen.identity_found,
        hidden_text=seen.hidden_text,
        too_long=_too_long(seen.text),
        least_confidence=rules.least_confidence,
        limit=rules.reins.limit_of(*about),
        drawn=bool(seen.key) and rules.reins.draws(seen.key),
        stepped_back=rules.reins.stepped_back,
        floor=floor.floor if floor else None,
        floor_quote=floor.quote if floor else "",
        reply_ready=about in rules.ready or seen.reply_ready,
        covered=rules.reins.covers(*about),
        persons_topics=rules.persons_topics,
    )


def _too_long(text: str) -> bool:
    return len(text) > MOST_CHARACTERS
