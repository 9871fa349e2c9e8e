"""What a turn gets: a courtesy, a person, or what documents say, as a model may phrase it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.chat.models import Chat
from samspil.chat.queries import may_begin, plan_of
from samspil.core.chat.following import searched_as
from samspil.core.chat.plan import Audience
from samspil.core.chat.turning import Cues, Kind, Step, step_of
from samspil.core.skill import NEVER_OF_EMPLOYEES, Ground, Senders
from samspil.governance.queries import Intake
from samspil.knowledge.actions import PhrasedSentence, phrase_in_chat
from samspil.knowledge.queries import Answered, Reader, answer_to
from samspil.skills.triage.cues import cues
from samspil.work.queries import stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a turn gets before it is written down."""

    step: Step
    found: Answered | None = None
    phrased: Sequence[PhrasedSentence] = ()


def hear(chat: Chat, took: Intake, *, before: str, reader: Reader, at: datetime) -> Heard:
    """What this turn gets; `before` is the question before it. Slow where a model is asked."""
    plan = plan_of(chat)
    step = step_of(
        took.text,
        cues=_cues(took.text, audience=plan.audience),
        topics=plan.topics,
        stopped=stopped(chat.process) or not may_begin(chat),
        hidden=took.hidden_text,
    )
    if step.kind is not None:
        return Heard(step=step)
    asked = searched_as(took.text, before=before)
    found = answer_to(asked, reader=reader)
    kind = Kind.ANSWERED if found.quotes or found.standard else Kind.DECLINED
    phrased = _phrased(found, reader=reader, at=at) if plan.phrased else ()
    return Heard(step=Step(kind=kind), found=found, phrased=phrased)


def _phrased(found: Answered, *, reader: Reader, at: datetime) -> Sequence[PhrasedSentence]:
    """What a language model makes of it and the documents say; nothing where none answers."""
    if not found.quotes:
        return ()
    return phrase_in_chat(found.question, found.passages, reader=reader, at=at).sentences


def _cues(text: str, *, audience: Audience) -> Cues:
    """The words of an explicit wish; of customers also those of dissatisfaction or hardship."""
    found = cues(text, senders=audience.senders)
    wish = [one.quote for one in found if one.ground is Ground.WANTS_PERSON]
    of_customers = [one.quote for one in found if one.ground in NEVER_OF_EMPLOYEES]
    customer = of_customers if audience.senders is Senders.CUSTOMERS else []
    return Cues(wish=next(iter(wish), ""), customer=next(iter(customer), ""))
