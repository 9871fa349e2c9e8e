"""What is known of one use of AI. What nobody has said is unknown, and unknown is never no."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Affected(StrEnum):
    """Whom a use is about, or who meets it."""

    CUSTOMERS = "customers"
    APPLICANTS = "applicants"
    EMPLOYEES = "employees"
    NOBODY = "nobody"


class Does(StrEnum):
    """What AI does in a use."""

    SORTS = "sorts"
    DRAFTS = "drafts"
    ANSWERS = "answers"
    SUMMARISES = "summarises"
    RANKS = "ranks"
    EVALUATES = "evaluates"
    ALLOCATES = "allocates"
    MONITORS = "monitors"
    INFERS_EMOTION = "infers_emotion"


class Reads(StrEnum):
    """What AI reads. Everything but text shows bodies or how people behave."""

    TEXT = "text"
    VOICE = "voice"
    IMAGE = "image"
    VIDEO = "video"
    KEYSTROKES = "keystrokes"


class Question(StrEnum):
    """What has to be known beside that, answered with yes or no."""

    ABOUT_TERMS = "about_terms"
    PROFILES = "profiles"
    BY_BEHAVIOUR = "by_behaviour"
    ONLY_TO_THEM = "only_to_them"
    GROUPS_ONLY = "groups_only"
    MEETS_PEOPLE = "meets_people"
    TRAINED_STAFF_ONLY = "trained_staff_only"
    WRITES = "writes"
    SMALL_EDITS = "small_edits"
    RULES_ONLY = "rules_only"
    OTHER_BAN = "other_ban"
    OTHER_AREA = "other_area"


WORDS = {
    Question.ABOUT_TERMS: (
        "Does anybody decide by what AI found about hiring, pay, hours, leave, tasks, promotion or "
        "dismissal of a person?"
    ),
    Question.PROFILES: "Does it judge single people by what is known of them?",
    Question.BY_BEHAVIOUR: "Does it go by how single people behave or what they are like?",
    Question.ONLY_TO_THEM: "Is what it finds about a person shown to that person alone?",
    Question.GROUPS_ONLY: "Does it speak of groups only, and never of a single person?",
    Question.MEETS_PEOPLE: "Do people write or speak with AI itself?",
    Question.TRAINED_STAFF_ONLY: (
        "Are those who meet AI only our own colleagues, who have learned what it is?"
    ),
    Question.WRITES: "Does it write texts?",
    Question.SMALL_EDITS: "Does it only correct, translate or write down what people said?",
    Question.RULES_ONLY: "Does it only follow rules that people wrote, and learn nothing?",
    Question.OTHER_BAN: (
        "Does it do anything else that the law forbids: manipulate people, score how they live, "
        "foretell crimes, sort people by their bodies, or make intimate pictures of them?"
    ),
    Question.OTHER_AREA: (
        "Does it serve another area that the law lists: credit, insurance, public benefits, "
        "schooling, safety, police, borders or courts?"
    ),
}
"""Each question in English; translations use the same words as their key."""

CAUTIOUS: Mapping[Question, bool] = MappingProxyType(
    {
        Question.ABOUT_TERMS: True,
        Question.PROFILES: True,
        Question.BY_BEHAVIOUR: True,
        Question.ONLY_TO_THEM: False,
        Question.GROUPS_ONLY: False,
        Question.MEETS_PEOPLE: True,
        Question.TRAINED_STAFF_ONLY: False,
        Question.WRITES: True,
        Question.SMALL_EDITS: False,
        Question.RULES_ONLY: False,
        Question.OTHER_BAN: False,
        Question.OTHER_AREA: False,
    }
)
"""The answer that is gone by until somebody gives one. The last two stay open all the same."""


class Narrow(StrEnum):
    """The conditions of Art. 6(3): a listed use that does not weigh on anybody's rights."""

    PROCEDURE = "procedure"
    IMPROVES = "improves"
    PATTERNS = "patterns"
    PREPARES = "prepares"


ARTICLE_OF = MappingProxyType(
    {
        Narrow.PROCEDURE: "Art. 6(3)(a)",
        Narrow.IMPROVES: "Art. 6(3)(b)",
        Narrow.PATTERNS: "Art. 6(3)(c)",
        Narrow.PREPARES: "Art. 6(3)(d)",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a use. `answers` holds what was answered, and nothing else.

    `narrow` is the condition of Art. 6(3) that somebody says holds, None: nobody does.
    """

    affected: frozenset[Affected] = frozenset()
    does: frozenset[Does] = frozenset()
    reads: frozenset[Reads] = frozenset({Reads.TEXT})
    answers: Mapping[Question, bool] = field(default_factory=dict)
    narrow: Narrow | None = None

    def yes(self, question: Question) -> bool:
        """The answer, or the one that is gone by until there is one."""
        return self.answers.get(question, CAUTIOUS[question])

    @property
    def of_staff(self) -> bool:
        """Whether it is about employees or applicants."""
        return bool(self.affected & {Affected.EMPLOYEES, Affected.APPLICANTS})


GRAVER: Mapping[Question, bool] = MappingProxyType(
    {**CAUTIOUS, Question.OTHER_BAN: True, Question.OTHER_AREA: True}
)
"""The answer to each question that never makes a use lighter."""


def joined(known: Facts, said: Facts) -> Facts:
    """What the program knows of a use, and what people say of it: the graver of the two counts.

    So people answer what the program cannot know, and never talk away what it does.
    """
    answers = {
        question: answer
        for question in Question
        if (answer := _graver(question, known.answers, said.answers)) is not None
    }
    return Facts(
        affected=known.affected | said.affected,
        does=known.does | said.does,
        reads=known.reads | said.reads,
        answers=answers,
        narrow=said.narrow or known.narrow,
    )


def _graver(
    question: Question, known: Mapping[Question, bool], said: Mapping[Question, bool]
) -> bool | None:
    """None where neither answers."""
    graver = GRAVER[question]
    if graver in (known.get(question), said.get(question)):
        return graver
    return known.get(question, said.get(question))
