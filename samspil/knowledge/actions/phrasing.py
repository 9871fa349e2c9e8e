"""Let a language model phrase an answer from the passages that were found, and check it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.core.ai_act.built import Built
from samspil.core.gateway.allowing import Purpose
from samspil.core.gateway.classing import stricter
from samspil.core.knowledge.phrasing import checked, instruction
from samspil.core.masking import DataClass
from samspil.governance.actions import Asking, NotAsked, ask_model, mark_told
from samspil.knowledge.access import Reader, Stranger, check_may_ask
from samspil.knowledge.queries import Quote, class_asked
from samspil.people.models import Colleague
from samspil.people.queries import people
from samspil.uses.queries import NotBegun, check_may_begin
from samspil.work.queries import stopped_everywhere

SKILL = "answers"
CHAT_WAITS_S = 6
"""So long whoever writes in a chat waits for a phrased answer; then the quotations are all."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What for, behind which gates, how protected what is asked is at least, and for how long."""

    purpose: Purpose
    gates: tuple[Built, ...]
    asked: DataClass = DataClass.INTERNAL
    most_seconds: float | None = None


def phrase_answer(
    question: str, passages: Sequence[Quote], *, reader: Colleague, at: datetime
) -> PhrasedAnswer:
    """Phrase an answer from the passages that answer it. Slow: it may wait for a language model.

    Nothing is kept of question or answer but the marks by which AI's sentences are known again.
    """
    check_may_ask(reader)
    wanted = _Wanted(purpose=Purpose.ANSWERS, gates=(Built.ANSWERS, Built.MODEL))
    return _phrase(question, passages, wanted, at=at)


def phrase_in_chat(
    question: str, passages: Sequence[Quote], *, reader: Reader, at: datetime
) -> PhrasedAnswer:
    """As `phrase_answer`, in a chat whose own gate is open; the model is not waited for long.

    What strangers write is personal data, whatever is in it.
    """
    asked = DataClass.PERSONAL if isinstance(reader, Stranger) else DataClass.INTERNAL
    wanted = _Wanted(
        purpose=Purpose.CHATS, gates=(Built.MODEL,), asked=asked, most_seconds=CHAT_WAITS_S
    )
    return _phrase(question, passages, wanted, at=at)


def _phrase(
    question: str, passages: Sequence[Quote], wanted: _Wanted, *, at: datetime
) -> PhrasedAnswer:
    if not passages:
        return PhrasedAnswer()
    try:
        check_may_begin(*wanted.gates)
        told = ask_model(_asking(question, passages, wanted), at=at)
    except (NotBegun, NotAsked) as why:
        return PhrasedAnswer(why=str(why))
    found = checked(told.text, [one.passage.text for one in passages])
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


def _asking(question: str, passages: Sequence[Quote], wanted: _Wanted) -> Asking:
    names = [one.name for one in people()]
    return Asking(
        purpose=wanted.purpose,
        data_class=stricter(wanted.asked, class_asked(question, passages, names=names)),
        instruction=instruction(passages[0].document.language or "en"),
        sources=[f"{one.path}\n{one.passage.text}" for one in passages],
        question=question,
        stopped=stopped_everywhere(),
        most_seconds=wanted.most_seconds,
    )
