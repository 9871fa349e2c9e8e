"""The class of a use: what is forbidden, then what is high risk, then what people must be told.

People who look over AI's shoulder do not lower it: nothing here asks whether there are any.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from samspil.core.ai_act.calendar import Provision
from samspil.core.ai_act.facts import ARTICLE_OF, Affected, Does, Facts, Question, Reads


class Risk(StrEnum):
    """The class of a use, gravest first."""

    REFUSED = "refused"
    HIGH = "high"
    TOLD = "told"
    MINIMAL = "minimal"
    NO_AI = "no_ai"


class Ground(StrEnum):
    """Why a use has its class."""

    EMOTION_AT_WORK = "emotion_at_work"
    EMOTION_IN_WORDS = "emotion_in_words"
    OTHER_BAN = "other_ban"
    HIRING = "hiring"
    WORKERS = "workers"
    EMOTION_OF_OTHERS = "emotion_of_others"
    OTHER_AREA = "other_area"
    MEETS_PEOPLE = "meets_people"
    WRITES = "writes"
    EXCEPTION = "exception"
    RULES_ONLY = "rules_only"
    NOTHING = "nothing"


WORDS = {
    Ground.EMOTION_AT_WORK: (
        "AI may not read from voice, face or behaviour how employees or applicants feel. Neither "
        "their consent nor a person looking on changes that."
    ),
    Ground.EMOTION_IN_WORDS: (
        "How employees or applicants feel is not read from their texts here either: what the law "
        "says of it is not settled, and no setting turns it on."
    ),
    Ground.OTHER_BAN: "You say that it does something that the law forbids.",
    Ground.HIRING: (
        "It weighs on who is hired: it compares, ranks or judges applicants, or people decide by "
        "what it found."
    ),
    Ground.WORKERS: (
        "It weighs on people at work: it judges or watches them, shares out tasks by how they "
        "behave, or people decide about their terms by what it found."
    ),
    Ground.EMOTION_OF_OTHERS: "It reads from voice, face or behaviour how people feel.",
    Ground.OTHER_AREA: "You say that it serves another area that the law lists.",
    Ground.MEETS_PEOPLE: (
        "People write or speak with AI itself, so they are told at the first word."
    ),
    Ground.WRITES: "It writes texts, so that these carry a mark and anybody can check them.",
    Ground.EXCEPTION: (
        "The law lists this area, but you say that it does only a narrow task which weighs on "
        "nobody's rights, and it judges no single people."
    ),
    Ground.RULES_ONLY: (
        "It only follows rules that people wrote, so it is no AI in the sense of the law. No "
        "decision that weighs on a person may be left to it alone all the same."
    ),
    Ground.NOTHING: "Nothing that the law lists holds of it.",
}
"""Each reason in English; translations use the same words as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason with its article. `draft`: a guideline that is no more than a draft says so."""

    ground: Ground
    article: str
    provision: Provision
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """What a use is, and why. `open` are the questions whose answer may change that."""

    risk: Risk
    why: tuple[Why, ...]
    open: tuple[Question, ...] = ()
    unsaid: bool = False

    @property
    def settled(self) -> bool:
        """Whether nothing is unknown that could change it."""
        return not self.open and not self.unsaid

    @property
    def grounds(self) -> frozenset[Ground]:
        """Its reasons, without their articles."""
        return frozenset(one.ground for one in self.why)


@dataclass(frozen=True, slots=True)
class _Rule:
    ground: Ground
    article: str
    provision: Provision
    holds: Callable[[Facts], bool]
    draft: bool = False


BODIES = frozenset(Reads) - {Reads.TEXT}
ABOUT_PEOPLE = frozenset({Does.RANKS, Does.EVALUATES, Does.MONITORS})


def _feels(facts: Facts) -> bool:
    return Does.INFERS_EMOTION in facts.does


def _from_bodies(facts: Facts) -> bool:
    return bool(facts.reads & BODIES)


def _hires(facts: Facts) -> bool:
    if Affected.APPLICANTS not in facts.affected or facts.yes(Question.GROUPS_ONLY):
        return False
    return bool(facts.does & ABOUT_PEOPLE) or facts.yes(Question.ABOUT_TERMS)


def _weighs_on_workers(facts: Facts) -> bool:
    if Affected.EMPLOYEES not in facts.affected or facts.yes(Question.GROUPS_ONLY):
        return False
    if facts.yes(Question.ABOUT_TERMS):
        return True
    judged = bool(facts.does & ABOUT_PEOPLE) and not facts.yes(Question.ONLY_TO_THEM)
    return judged or (Does.ALLOCATES in facts.does and facts.yes(Question.BY_BEHAVIOUR))


FORBIDDEN = (
    _Rule(
        Ground.EMOTION_AT_WORK, "Art. 5(1)(f)", Provision.BANS,
        lambda f: _feels(f) and f.of_staff and _from_bodies(f),
    ),
    _Rule(
        Ground.EMOTION_IN_WORDS, "Art. 5(1)(f)", Provision.BANS,
        lambda f: _feels(f) and f.of_staff and not _from_bodies(f),
    ),
    _Rule(Ground.OTHER_BAN, "Art. 5", Provision.BANS, lambda f: f.yes(Question.OTHER_BAN)),
)  # fmt: skip
LISTED = (
    _Rule(Ground.HIRING, "Annex III, 4(a)", Provision.HIGH_RISK, _hires, draft=True),
    _Rule(Ground.WORKERS, "Annex III, 4(b)", Provision.HIGH_RISK, _weighs_on_workers, draft=True),
    _Rule(
        Ground.EMOTION_OF_OTHERS, "Annex III, 1(c)", Provision.HIGH_RISK,
        lambda f: _feels(f) and _from_bodies(f), draft=True,
    ),
    _Rule(
        Ground.OTHER_AREA, "Annex III", Provision.HIGH_RISK, lambda f: f.yes(Question.OTHER_AREA)
    ),
)  # fmt: skip
TOLD = (
    _Rule(
        Ground.MEETS_PEOPLE, "Art. 50(1)", Provision.TRANSPARENCY,
        lambda f: f.yes(Question.MEETS_PEOPLE) and not f.yes(Question.TRAINED_STAFF_ONLY),
    ),
    _Rule(
        Ground.WRITES, "Art. 50(2)", Provision.TRANSPARENCY,
        lambda f: f.yes(Question.WRITES) and not f.yes(Question.SMALL_EDITS),
    ),
)  # fmt: skip
NO_AI = Why(ground=Ground.RULES_ONLY, article="Recital 12", provision=Provision.LONE_DECISIONS)
NOTHING = Why(ground=Ground.NOTHING, article="Art. 6, 50", provision=Provision.LITERACY)


def profiles(facts: Facts) -> bool:
    """Whether it judges single people. Then no exception of Art. 6(3) holds.

    Who ranks, evaluates or watches people does, whatever they answer, unless it is about groups.
    """
    if facts.yes(Question.GROUPS_ONLY):
        return False
    return facts.yes(Question.PROFILES) or bool(facts.does & ABOUT_PEOPLE)


def classify(facts: Facts) -> Class:
    """The class of a use with its reasons; what is unknown counts as what weighs more."""
    risk, why = _judge(facts)
    return Class(
        risk=risk,
        why=why,
        open=tuple(each for each in Question if _open(facts, each)),
        unsaid=not facts.affected or not facts.does,
    )


def _open(facts: Facts, question: Question) -> bool:
    """Whether nobody answered it, and the answer makes a difference."""
    if question in facts.answers:
        return False
    yes, no = (
        _judge(replace(facts, answers={**facts.answers, question: says})) for says in (True, False)
    )
    return yes != no


def _judge(facts: Facts) -> tuple[Risk, tuple[Why, ...]]:
    if banned := _holding(FORBIDDEN, facts):
        return Risk.REFUSED, banned
    if facts.yes(Question.RULES_ONLY):
        return Risk.NO_AI, (NO_AI,)
    listed, told = _holding(LISTED, facts), _holding(TOLD, facts)
    if listed and (facts.narrow is None or profiles(facts)):
        return Risk.HIGH, listed + told
    risk = Risk.TOLD if told else Risk.MINIMAL
    if listed and facts.narrow is not None:
        excepted = Why(
            ground=Ground.EXCEPTION,
            article=ARTICLE_OF[facts.narrow],
            provision=Provision.HIGH_RISK,
            draft=True,
        )
        return risk, (excepted, *told)
    return risk, told or (NOTHING,)


def _holding(rules: tuple[_Rule, ...], facts: Facts) -> tuple[Why, ...]:
    return tuple(
        Why(ground=one.ground, article=one.article, provision=one.provision, draft=one.draft)
        for one in rules
        if one.holds(facts)
    )
