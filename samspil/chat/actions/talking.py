"""Somebody says something in a chat, and is answered from documents, or led to a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.chat.models import Chat, Conversation, Turn
from samspil.chat.queries import last_question, may_begin, plan_of
from samspil.chat.queries.conversations import asked_kinds
from samspil.core.chat.following import searched_as
from samspil.core.chat.plan import LONGEST_TURN, MOST_TURNS, Audience
from samspil.core.chat.turning import Cues, Kind, Step, Why, failed_too_often, step_of
from samspil.core.skill import NEVER_OF_EMPLOYEES, Ground, Senders
from samspil.governance.queries import Intake, intake
from samspil.knowledge.actions import keep_question
from samspil.knowledge.models import AskedIn
from samspil.knowledge.queries import Answered, Quote, Reader, answer_to
from samspil.skills.triage.cues import cues
from samspil.work.queries import stopped

LONGEST_QUOTE = 200


class TooLong(ValueError):
    """More than a turn may hold; the message is fit to show."""


class Ended(ValueError):
    """This conversation takes no more turns; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """What a turn gets before it is written down."""

    step: Step
    found: Answered | None = None


def say(
    chat: Chat,
    text: str,
    *,
    conversation: Conversation | None,
    token: str,
    reader: Reader,
    language: str,
    at: datetime,
) -> Turn:
    """Take a turn and answer it; without a conversation one begins. The same `token` counts once.

    What AI may not see is masked before anything is looked for or kept. Raises `TooLong`, `Ended`.
    """
    _check_length(text)
    if (known := _known(chat, token)) is not None:
        return known
    took = intake(text)
    heard = _hear(chat, took, before=last_question(conversation), reader=reader)
    try:
        return _write(chat, conversation, took, heard, token=token, language=language, at=at)
    except IntegrityError:  # the same page was sent twice at the same moment
        known = _known(chat, token)
        if known is None:
            raise
        return known


def say_to_person(
    chat: Chat,
    text: str,
    *,
    conversation: Conversation | None,
    token: str,
    language: str,
    at: datetime,
) -> Turn:
    """Keep what is meant for a person: no document is asked, and AI answers nothing.

    Raises `TooLong` and `Ended`.
    """
    _check_length(text)
    if (known := _known(chat, token)) is not None:
        return known
    heard = _Heard(step=Step(kind=Kind.PERSON))
    took = intake(text)
    return _write(chat, conversation, took, heard, token=token, language=language, at=at)


@transaction.atomic
def rate(conversation: Conversation, number: int, *, helpful: bool) -> None:
    """Keep whether the answer to this turn helped; said again, the last word counts."""
    turn = Turn.objects.filter(conversation=conversation, number=number, kind=Kind.ANSWERED)
    turn.update(helpful=helpful)


def _check_length(text: str) -> None:
    if len(text) > LONGEST_TURN:
        raise TooLong(_("Write at most %(n)d characters at a time.") % {"n": LONGEST_TURN})


def _known(chat: Chat, token: str) -> Turn | None:
    known = Turn.objects.filter(conversation__chat=chat, token=token)
    return known.select_related("conversation").first()


def _hear(chat: Chat, took: Intake, *, before: str, reader: Reader) -> _Heard:
    plan = plan_of(chat)
    step = step_of(
        took.text,
        cues=_cues(took.text, audience=plan.audience),
        topics=plan.topics,
        stopped=stopped(chat.process) or not may_begin(chat),
        hidden=took.hidden_text,
    )
    if step.kind is not None:
        return _Heard(step=step)
    asked = searched_as(took.text, before=before)
    found = answer_to(asked, reader=reader)
    kind = Kind.ANSWERED if found.quotes or found.standard else Kind.DECLINED
    return _Heard(step=Step(kind=kind), found=found)


def _cues(text: str, *, audience: Audience) -> Cues:
    """The words of an explicit wish; of customers also those of dissatisfaction or hardship."""
    found = cues(text, senders=audience.senders)
    wish = [one.quote for one in found if one.ground is Ground.WANTS_PERSON]
    of_customers = [one.quote for one in found if one.ground in NEVER_OF_EMPLOYEES]
    customer = of_customers if audience.senders is Senders.CUSTOMERS else []
    return Cues(wish=next(iter(wish), ""), customer=next(iter(customer), ""))


def _quoted(found: Answered | None) -> list[dict[str, Any]]:
    if found is None:
        return []
    if found.standard:
        said = found.standard
        place = {"place": said.answer.wordings[0], "language": said.language}
        return [{"text": said.text, **place}]
    return [_kept(one) for one in found.quotes]


def _kept(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "place": quote.path,
        "page": quote.passage.page,
        "language": quote.document.language,
        "document": str(quote.document.public_id),
        "passage": quote.passage.number,
        "start": quote.start,
        "end": quote.end,
    }


@transaction.atomic
def _write(
    chat: Chat,
    conversation: Conversation | None,
    took: Intake,
    heard: _Heard,
    *,
    token: str,
    language: str,
    at: datetime,
) -> Turn:
    held = _held(conversation) or Conversation.objects.create(
        chat=chat, language=language, began_at=at, last_at=at
    )
    if (known := _known(chat, token)) is not None:
        return known
    number = Turn.objects.filter(conversation=held).count() + 1
    if held.handed_at or number > MOST_TURNS:
        raise Ended(_("This conversation is over. Begin a new one if there is more."))
    kind = heard.step.kind or Kind.DECLINED
    why = heard.step.why
    if kind is Kind.DECLINED and failed_too_often([*asked_kinds(held), kind]):
        why = Why.FAILED_TWICE
    Conversation.objects.filter(pk=held.pk).update(last_at=at)
    if heard.found:
        keep_question(heard.found, asked_in=AskedIn.CHAT, at=at)
    return Turn.objects.create(
        conversation=held,
        number=number,
        token=token,
        at=at,
        said=took.text,
        masked=bool(took.masked),
        asked=heard.found.question if heard.found else "",
        kind=kind,
        why=why or "",
        shown_by=heard.step.quote[:LONGEST_QUOTE],
        quotes=_quoted(heard.found),
    )


def _held(conversation: Conversation | None) -> Conversation | None:
    if conversation is None:
        return None
    return Conversation.objects.select_for_update().get(pk=conversation.pk)
