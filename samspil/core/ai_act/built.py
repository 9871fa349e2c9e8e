"""The uses of AI that are built in: what each is for, in one sentence, and what is known of it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from samspil.core.ai_act.facts import Affected, Does, Facts, Question


class Built(StrEnum):
    """A kind of use."""

    PROCESS = "process"
    CHAT = "chat"
    ANSWERS = "answers"
    EXPERTS = "experts"
    SUMMARIES = "summaries"
    MINUTES = "minutes"
    GAPS = "gaps"
    MODEL = "model"


WORDS = {
    Built.PROCESS: (
        "Says what a message is about, and drafts the reply that people have approved for it."
    ),
    Built.CHAT: (
        "Answers questions from documents, quoted or phrased and checked, and calls a person."
    ),
    Built.ANSWERS: "Answers colleagues' questions with sentences quoted from documents.",
    Built.EXPERTS: "Names colleagues who answer for a document that a question is about.",
    Built.SUMMARIES: "Shortens documents to the sentences that carry them.",
    Built.MINUTES: "Draws what was decided, and who takes on what, from a meeting's transcript.",
    Built.GAPS: "Groups what people ask by topic, and shows where answers are missing.",
    Built.MODEL: "Phrases texts of which every sentence is checked against its source.",
}
"""What each is for, in English: the one text of its purpose. Translations use it as their key."""

_NO: Mapping[Question, bool] = MappingProxyType(dict.fromkeys(Question, False))


def _facts(affected: frozenset[Affected], *does: Does, **answers: bool) -> Facts:
    said = {Question(name): says for name, says in answers.items()}
    return Facts(affected=affected, does=frozenset(does), answers={**_NO, **said})


STAFF = frozenset({Affected.EMPLOYEES})
EVERYBODY = frozenset({Affected.EMPLOYEES, Affected.CUSTOMERS})

FACTS: Mapping[Built, Facts] = {
    Built.ANSWERS: _facts(STAFF, Does.ANSWERS, meets_people=True),
    Built.EXPERTS: _facts(STAFF, Does.SORTS),
    Built.SUMMARIES: _facts(STAFF, Does.SUMMARISES, writes=True),
    Built.MINUTES: _facts(STAFF, Does.SUMMARISES, writes=True),
    Built.GAPS: _facts(EVERYBODY, Does.SORTS, groups_only=True),
    Built.MODEL: _facts(STAFF, Does.DRAFTS, writes=True),
}
"""What is known of those of which there is one."""


def facts_of_process(*, employees: bool, about_people: bool, alone: bool) -> Facts:
    """What is known of a process in which AI sorts and drafts.

    `employees`, or applicants, write there; `about_people`: some of its topics decide about a
    person. Then only people know whether anybody decides by what AI found. `alone`: AI may answer
    without a person.
    """
    if not employees:
        return _facts(
            frozenset({Affected.CUSTOMERS}), Does.SORTS, Does.DRAFTS, Does.INFERS_EMOTION,
            writes=True, meets_people=alone,
        )  # fmt: skip
    known = _facts(STAFF, Does.SORTS, Does.DRAFTS, writes=True, meets_people=alone)
    if not about_people:
        return known
    answers = dict(known.answers)
    del answers[Question.ABOUT_TERMS]
    return Facts(affected=known.affected, does=known.does, answers=answers)


def facts_of_chat(audience: str, *, phrased: bool) -> Facts:
    """What is known of a chat for customers, applicants or employees; where its answers are
    `phrased`, AI writes them."""
    affected = frozenset({Affected(audience)})
    feels = (Does.INFERS_EMOTION,) if audience == Affected.CUSTOMERS else ()
    writes = (Does.DRAFTS,) if phrased else ()
    return _facts(affected, Does.ANSWERS, *feels, *writes, meets_people=True, writes=phrased)
