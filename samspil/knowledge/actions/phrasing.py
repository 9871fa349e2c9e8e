"""Let a language model phrase an answer from the passages that were found, and check it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.core.ai_act.built import Built
from samspil.core.gateway.allowing import Purpose
from samspil.core.knowledge.phrasing import checked, instruction
from samspil.governance.actions import Asking, NotAsked, ask_model, mark_told
from samspil.knowledge.access import check_may_ask
from samspil.knowledge.queries import Quote, class_asked
from samspil.people.models import Colleague
from samspil.people.queries import people
from samspil.uses.queries import NotBegun, check_may_begin
from samspil.work.queries import stopped_everywhere

SKILL = "answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasedSentence:
    """A sentence that AI wrote, and the passages that say so; each with its number from 1."""

    text: str
    quotes: Sequence[tuple[int, Quote]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasedAnswer:
    """What AI wrote and the documents say; `left_out` sentences were not supported.

    Without sentences `why` says why no model was asked, or none answered; empty where one did.
    """

    sentences: Sequence[PhrasedSentence] = ()
    left_out: int = 0
    model: str = ""
    why: str = ""


def phrase_answer(
    question: str, passages: Sequence[Quote], *, reader: Colleague, at: datetime
) -> PhrasedAnswer:
    """Phrase an answer from the passages that answer it. Slow: it may wait for a language model.

    Nothing is kept of question or answer but the marks by which AI's sentences are known again.
    """
    check_may_ask(reader)
    if not passages:
        return PhrasedAnswer()
    try:
        check_may_begin(Built.ANSWERS, Built.MODEL)
    except NotBegun as why:
        return PhrasedAnswer(why=str(why))
    texts = [one.passage.text for one in passages]
    names = [one.name for one in people()]
    asking = Asking(
        purpose=Purpose.ANSWERS,
        data_class=class_asked(question, passages, names=names),
        instruction=instruction(passages[0].document.language or "en"),
        sources=[f"{one.path}\n{one.passage.text}" for one in passages],
        question=question,
        stopped=stopped_everywhere(),
    )
    try:
        told = ask_model(asking, at=at)
    except NotAsked as why:
        return PhrasedAnswer(why=str(why))
    found = checked(told.text, texts)
    said = [one.text for one in found.claims]
    mark_told(said, told, skill=SKILL, at=at)
    return PhrasedAnswer(
        sentences=[
            PhrasedSentence(
                text=one.text, quotes=[(number, passages[number - 1]) for number in one.cites]
            )
            for one in found.claims
        ],
        left_out=found.left_out,
        model=told.model,
    )
