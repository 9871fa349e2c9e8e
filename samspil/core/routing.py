"""Who takes a case: one pure rule, hard rules first, with the reason in words.

Hard rules send a case to a person. Floors keep a person deciding, whatever is proved. Only then
AI may finish what it is surer of than its certificate asks; without one it may only sort.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from samspil.core import floors
from samspil.core.floors import Floor
from samspil.core.organisation_models.contract import OrganisationModel, Route, Step
from samspil.core.skill import Ground, Option, Proposal


class Level(StrEnum):
    """Service levels: standard question, specialist's matter, experienced person's matter."""

    STANDARD = "1"
    SPECIALIST = "2"
    EXPERIENCED = "3"


class Reason(StrEnum):
    """Why a case goes where it goes, gravest first."""

    STOPPED = "stopped"
    NOT_BEGUN = "not_begun"
    UNREADABLE = "unreadable"
    DISSATISFIED = "dissatisfied"
    VULNERABLE = "vulnerable"
    URGENT = "urgent"
    PERSONS_TOPIC = "persons_topic"
    WANTS_PERSON = "wants_person"
    IDENTITY_FOUND = "identity_found"
    HIDDEN_TEXT = "hidden_text"
    TOO_LONG = "too_long"
    UNKNOWN_LANGUAGE = "unknown_language"
    NO_PROPOSAL = "no_proposal"
    UNSURE = "unsure"
    ABOUT_PEOPLE = "about_people"
    IRREVERSIBLE = "irreversible"
    SPECIAL_DATA = "special_data"
    MONEY = "money"
    FILES = "files"
    ANSWERED_BEFORE = "answered_before"
    NO_REPLY_READY = "no_reply_ready"
    NOT_COVERED = "not_covered"
    AI_SORTED_PERSON_REPLIES = "ai_sorted_person_replies"
    PERSON_DECIDES = "person_decides"
    NOT_CERTIFIED = "not_certified"
    BELOW_LIMIT = "below_limit"
    DRAWN = "drawn"
    STEPPED_BACK = "stepped_back"
    PARALLEL = "parallel"
    CERTIFIED = "certified"
    SPOT_CHECK = "spot_check"
    CONTESTED = "contested"


WORDS = {
    Reason.STOPPED: "AI is stopped here, so a person takes every case.",
    Reason.NOT_BEGUN: "AI may not begin here yet, so a person takes every case.",
    Reason.UNREADABLE: "There is no text that AI could read.",
    Reason.DISSATISFIED: "The customer is dissatisfied (“{quote}”): an experienced person answers.",
    Reason.VULNERABLE: (
        "The customer may be in a hard place (“{quote}”): an experienced person answers."
    ),
    Reason.URGENT: "The message says that it is urgent (“{quote}”): an experienced person answers.",
    Reason.PERSONS_TOPIC: "It seems to be about something that is always a person's here.",
    Reason.WANTS_PERSON: "The message asks for a person (“{quote}”).",
    Reason.IDENTITY_FOUND: "An identity number was found and masked: a person takes over.",
    Reason.HIDDEN_TEXT: "The message holds hidden characters: a person should look at it.",
    Reason.TOO_LONG: "The message is longer than AI reads as a whole.",
    Reason.UNKNOWN_LANGUAGE: "AI does not know the language of this message.",
    Reason.NO_PROPOSAL: "AI made no proposal.",
    Reason.UNSURE: "AI is not sure enough: about {percent} in 100 such guesses are right.",
    Reason.ABOUT_PEOPLE: "This decides about a person, so a person decides.",
    Reason.IRREVERSIBLE: "This cannot be taken back, so a person decides.",
    Reason.SPECIAL_DATA: (
        "This may be about health, belief or the like (“{quote}”), so a person decides."
    ),
    Reason.MONEY: "This is about more money than AI may decide on (“{quote}”).",
    Reason.FILES: "Files came along that AI does not read, so a person decides.",
    Reason.ANSWERED_BEFORE: "The customer has written more than once here, so a person decides.",
    Reason.NO_REPLY_READY: "There is no approved reply for this, so a person writes one.",
    Reason.NOT_COVERED: "What AI has proved here is not about such cases, so a person decides.",
    Reason.AI_SORTED_PERSON_REPLIES: "AI sorted it; replies in this process are a person's.",
    Reason.PERSON_DECIDES: "AI proposes and a person decides, as agreed for this process.",
    Reason.NOT_CERTIFIED: "AI has not yet proved its error rate here, so a person decides.",
    Reason.BELOW_LIMIT: "AI is not as sure here as its certificate asks, so a person decides.",
    Reason.DRAWN: "By lot a person decides this one, so that AI's error rate stays known.",
    Reason.STEPPED_BACK: "AI has stepped back here: a person decides without its proposal.",
    Reason.PARALLEL: "By lot this one goes both ways: a person decides it without AI's answer.",
    Reason.CERTIFIED: "AI's error rate is proved to be low enough here.",
    Reason.SPOT_CHECK: "AI finished it alone; by lot a person checks whether it was right.",
    Reason.CONTESTED: "Whom it concerns disagreed: another person decides anew, without AI.",
}
"""English sentences; translations use the same sentence as their key."""


def sentence(reason: Reason, *, quote: str) -> str:
    """The English sentence to be filled for this reason; one without a quote where it is empty."""
    unquoted = {OF_FLOOR[floor]: words for floor, words in floors.WORDS.items()}
    return WORDS[reason] if quote else unquoted.get(reason, WORDS[reason])


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rule looks at. `levels` maps each known result to its service level;
    `persons_topics` are results that always go to an experienced person.

    `wish` holds the words by which the sender chose a person on a form; empty: they did not.
    `grave`: what came with it says that it is such a topic. `limit` is the sureness above which AI
    may finish a case (None: it may finish none); `drawn`: lots gave the case to a person;
    `stepped_back`: AI proposes to nobody here; `parallel`: nor in this case, which goes both ways
    in a parallel run. `floor` keeps a person deciding, and `floor_quote`
    says where it was seen. `reply_ready`: there is an approved reply to send. `covered`: what AI
    has proved is about such cases too.
    """

    proposal: Proposal | None
    model: OrganisationModel
    levels: dict[str, Level] = field(default_factory=dict)
    stopped: bool = False
    not_begun: bool = False
    wish: str = ""
    grave: bool = False
    readable: bool = True
    identity_found: bool = False
    hidden_text: bool = False
    too_long: bool = False
    least_confidence: float = 0.6
    limit: float | None = None
    drawn: bool = False
    stepped_back: bool = False
    parallel: bool = False
    floor: Floor | None = None
    floor_quote: str = ""
    reply_ready: bool = False
    covered: bool = True
    persons_topics: frozenset[str] = frozenset()

    @property
    def without_ai(self) -> bool:
        """Whether a person is to decide without AI's proposal."""
        return self.stepped_back or self.parallel


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """The rule's answer.

    `risk` (0 to 1) orders the queue; `quote` and `percent` (0 to 100) fill the reason's sentence.
    """

    route: Route
    level: Level
    reason: Reason
    risk: float
    sorted_alone: bool
    quote: str = ""
    percent: int = 0

    def words(self) -> str:
        """The reason as an English sentence."""
        words = sentence(self.reason, quote=self.quote)
        return words.format(quote=self.quote, percent=self.percent)


@dataclass(frozen=True, slots=True)
class HardRule:
    """Where `holds`, a person takes the case, whatever the evidence says."""

    reason: Reason
    risk: float
    level: Level
    holds: Callable[[Facts], bool]


def _quote(facts: Facts, ground: Ground) -> str:
    if ground is Ground.WANTS_PERSON and facts.wish:
        return facts.wish
    evidence = facts.proposal.evidence if facts.proposal else ()
    return next((passage.quote for passage in evidence if passage.ground is ground), "")


def _best(facts: Facts) -> Option | None:
    return facts.proposal.best if facts.proposal else None


def _unsure(facts: Facts) -> bool:
    best = _best(facts)
    return best is not None and best.confidence < facts.least_confidence


def _persons_topic(facts: Facts) -> bool:
    best = _best(facts)
    return facts.grave or (best is not None and best.result in facts.persons_topics)


def _strange(facts: Facts) -> bool:
    return facts.proposal is not None and facts.proposal.language is None


HARD_RULES = (
    HardRule(Reason.STOPPED, 0.4, Level.SPECIALIST, lambda f: f.stopped),
    HardRule(Reason.NOT_BEGUN, 0.4, Level.SPECIALIST, lambda f: f.not_begun),
    HardRule(Reason.UNREADABLE, 0.5, Level.SPECIALIST, lambda f: not f.readable),
    HardRule(
        Reason.DISSATISFIED, 1.0, Level.EXPERIENCED, lambda f: bool(_quote(f, Ground.DISSATISFIED))
    ),
    HardRule(
        Reason.VULNERABLE, 0.95, Level.EXPERIENCED, lambda f: bool(_quote(f, Ground.VULNERABLE))
    ),
    HardRule(Reason.URGENT, 0.9, Level.EXPERIENCED, lambda f: bool(_quote(f, Ground.URGENT))),
    HardRule(Reason.PERSONS_TOPIC, 0.85, Level.EXPERIENCED, _persons_topic),
    HardRule(
        Reason.WANTS_PERSON, 0.8, Level.SPECIALIST, lambda f: bool(_quote(f, Ground.WANTS_PERSON))
    ),
    HardRule(Reason.IDENTITY_FOUND, 0.7, Level.SPECIALIST, lambda f: f.identity_found),
    HardRule(Reason.HIDDEN_TEXT, 0.6, Level.SPECIALIST, lambda f: f.hidden_text),
    HardRule(Reason.TOO_LONG, 0.5, Level.SPECIALIST, lambda f: f.too_long),
    HardRule(Reason.UNKNOWN_LANGUAGE, 0.5, Level.SPECIALIST, _strange),
    HardRule(Reason.NO_PROPOSAL, 0.5, Level.SPECIALIST, lambda f: _best(f) is None),
    HardRule(Reason.UNSURE, 0.4, Level.SPECIALIST, _unsure),
)
"""Asked from the top; the first that holds decides."""


OF_FLOOR = {
    Floor.PEOPLE: Reason.ABOUT_PEOPLE,
    Floor.IRREVERSIBLE: Reason.IRREVERSIBLE,
    Floor.SPECIAL: Reason.SPECIAL_DATA,
    Floor.MONEY: Reason.MONEY,
    Floor.FILES: Reason.FILES,
    Floor.AGAIN: Reason.ANSWERED_BEFORE,
}
FLOORS = frozenset({*OF_FLOOR.values(), Reason.NO_REPLY_READY, Reason.NOT_COVERED})
"""Why AI does not finish a case whatever is proved."""
BY_HABIT = frozenset(Reason) - {rule.reason for rule in HARD_RULES} - FLOORS - {Reason.CONTESTED}
"""Why a case goes where it goes when neither hard rule nor floor claims it, nor anybody contested
it: what evidence may ever change."""
PROVES = frozenset(
    {
        Reason.PERSON_DECIDES,
        Reason.NOT_CERTIFIED,
        Reason.DRAWN,
        Reason.STEPPED_BACK,
        Reason.PARALLEL,
    }
)
"""Here people decide all cases that AI might finish, or lots chose them, so that they prove
something; elsewhere AI's own sureness chose."""


def risk_of(reason: Reason) -> float:
    """The risk of a case that a hard rule sends to a person; raises `KeyError` for any other."""
    return {rule.reason: rule.risk for rule in HARD_RULES}[reason]


CONTESTED_RISK = 0.9
"""What was contested comes before all but those in a worse place."""
RISK_BY_LEVEL = {Level.STANDARD: 0.1, Level.SPECIALIST: 0.3, Level.EXPERIENCED: 0.6}
GROUND_OF = {
    Reason.DISSATISFIED: Ground.DISSATISFIED,
    Reason.VULNERABLE: Ground.VULNERABLE,
    Reason.URGENT: Ground.URGENT,
    Reason.WANTS_PERSON: Ground.WANTS_PERSON,
}


def route(facts: Facts) -> Routing:
    """Say who takes the case next, and why."""
    for rule in HARD_RULES:
        if rule.holds(facts):
            return _to_a_person(rule, facts)
    best = _best(facts)
    level = facts.levels.get(best.result, Level.SPECIALIST) if best else Level.SPECIALIST
    taker, reason = _by_floor(facts) or _by_model(facts)
    return Routing(
        route=taker,
        level=level,
        reason=reason,
        risk=RISK_BY_LEVEL[level],
        sorted_alone=facts.model.wanted[Step.SORT] is Route.ALONE and not facts.without_ai,
        quote=facts.floor_quote if reason in OF_FLOOR.values() else "",
    )


def _to_a_person(rule: HardRule, facts: Facts) -> Routing:
    best = _best(facts)
    ground = GROUND_OF.get(rule.reason)
    return Routing(
        route=Route.PERSON,
        level=rule.level,
        reason=rule.reason,
        risk=rule.risk,
        sorted_alone=False,
        quote=_quote(facts, ground) if ground else "",
        percent=round(best.confidence * 100) if best else 0,
    )


def _by_floor(facts: Facts) -> tuple[Route, Reason] | None:
    """Only where AI has a part in the reply."""
    wanted = facts.model.wanted[Step.REPLY]
    if wanted is Route.PERSON:
        return None
    taker = Route.PERSON if facts.without_ai else Route.TOGETHER
    if facts.floor:
        return taker, OF_FLOOR[facts.floor]
    if wanted is Route.ALONE and not facts.reply_ready:
        return taker, Reason.NO_REPLY_READY
    return None if facts.covered else (taker, Reason.NOT_COVERED)


def _by_model(facts: Facts) -> tuple[Route, Reason]:
    wanted = facts.model.wanted[Step.REPLY]
    if facts.stepped_back:
        return Route.PERSON, Reason.STEPPED_BACK
    if facts.parallel:
        return Route.PERSON, Reason.PARALLEL
    if wanted is Route.PERSON:
        return Route.PERSON, Reason.AI_SORTED_PERSON_REPLIES
    if wanted is Route.TOGETHER:
        return Route.TOGETHER, Reason.PERSON_DECIDES
    if facts.limit is None:
        return Route.TOGETHER, Reason.NOT_CERTIFIED
    if facts.drawn:
        return Route.TOGETHER, Reason.DRAWN
    if facts.proposal is not None and facts.proposal.sureness > facts.limit:
        return Route.ALONE, Reason.CERTIFIED
    return Route.TOGETHER, Reason.BELOW_LIMIT
