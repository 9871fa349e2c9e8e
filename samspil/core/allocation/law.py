"""What the law leaves AI of a task at most, asked before everything else.

The class comes from `core.ai_act`; here it is only said which division it leaves. What nobody has
said is never taken for no.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from samspil.core.affect import named_feeling
from samspil.core.ai_act.classing import Class, Risk, classify
from samspil.core.ai_act.facts import Affected, Does, Facts, Question
from samspil.core.allocation.divisions import Division


class About(StrEnum):
    """Whom a task is about."""

    UNSAID = ""
    NOBODY = "nobody"
    CUSTOMERS = "customers"
    EMPLOYEES = "employees"
    APPLICANTS = "applicants"


STAFF = frozenset({About.EMPLOYEES, About.APPLICANTS})


class Law(StrEnum):
    """Why the law caps a task."""

    FEELINGS = "feelings"
    FEELINGS_NAMED = "feelings_named"
    APPLICANTS = "applicants"
    EMPLOYEES = "employees"
    WEIGHS = "weighs"
    UNSAID = "unsaid"
    FREE = "free"


WORDS = {
    Law.FEELINGS: (
        "AI may not read how employees or applicants feel, so a person does it without AI "
        "(AI Act, Art. 5(1)(f))."
    ),
    Law.FEELINGS_NAMED: (
        "Its name speaks of how people feel (“{word}”). Until somebody says whose feelings, "
        "and that AI does not read them, a person does it without AI (AI Act, Art. 5(1)(f))."
    ),
    Law.APPLICANTS: (
        "It decides about applicants: AI presents information at most, and a person judges "
        "each of them (AI Act, Annex III, point 4(a))."
    ),
    Law.EMPLOYEES: (
        "It decides about people at work: AI suggests at most, and a named person decides "
        "(AI Act, Annex III, point 4(b))."
    ),
    Law.WEIGHS: (
        "It decides something that weighs on a person, so a person validates each time "
        "(GDPR, Art. 22)."
    ),
    Law.UNSAID: (
        "Nobody has said yet whether it decides about people. Until then AI suggests at most."
    ),
    Law.FREE: "The law caps nothing here.",
}
"""English sentences; translations use them as keys, and `{word}` is a word of the task's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """How a task touches people. None: nobody has said so.

    `decides`: something is decided about a single person in it. `feels`: how somebody feels is
    read or judged in it.
    """

    about: About = About.UNSAID
    decides: bool | None = None
    feels: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """The most that the law leaves AI, and why; `word` is the word that shows it, if one does."""

    most: Division
    law: Law
    word: str = ""


def cap_of(touch: Touch, *, title: str) -> Cap:
    """The cap on a task of this name."""
    word = named_feeling(title) if touch.feels is None and touch.about not in _OTHERS else ""
    if word:
        return Cap(most=Division.PERSON_ALONE, law=Law.FEELINGS_NAMED, word=word)
    found = _class_of(touch)
    if found.risk is Risk.REFUSED:
        return Cap(most=Division.PERSON_ALONE, law=Law.FEELINGS)
    if touch.about is About.UNSAID or (touch.about in STAFF and touch.decides is None):
        applies = touch.about is About.APPLICANTS
        most = Division.PERSON_INFORMED if applies else Division.PERSON_LEADS
        return Cap(most=most, law=Law.UNSAID)
    if found.risk is Risk.HIGH and touch.about is About.APPLICANTS:
        return Cap(most=Division.PERSON_INFORMED, law=Law.APPLICANTS)
    if found.risk is Risk.HIGH:
        return Cap(most=Division.PERSON_LEADS, law=Law.EMPLOYEES)
    if touch.about is About.CUSTOMERS and touch.decides is not False:
        return Cap(most=Division.AI_LEADS, law=Law.WEIGHS)
    return Cap(most=Division.AI_ALONE, law=Law.FREE)


_OTHERS = frozenset({About.CUSTOMERS, About.NOBODY})
_NO = dict.fromkeys(Question, False)


@lru_cache(maxsize=64)
def _class_of(touch: Touch) -> Class:
    return classify(_facts(touch))


def _facts(touch: Touch) -> Facts:
    answers = dict(_NO)
    answers[Question.ABOUT_TERMS] = touch.decides is not False
    unsaid = touch.about is About.UNSAID
    return Facts(
        affected=frozenset({Affected.EMPLOYEES if unsaid else Affected(touch.about)}),
        does=frozenset({Does.INFERS_EMOTION} if touch.feels else set()),
        answers=answers,
    )
