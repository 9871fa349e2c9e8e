"""Somebody says something in a chat, and is answered from documents, or led to a person."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.chat.actions.hearing import Heard, hear
from samspil.chat.models import Chat, Conversation, Turn
from samspil.chat.queries import last_question
from samspil.chat.queries.conversations import asked_kinds
from samspil.core.chat.plan import LONGEST_TURN, MOST_TURNS
from samspil.core.chat.turning import Kind, Step, Why, failed_too_often
from samspil.governance.queries import Intake, intake
from samspil.knowledge.actions import keep_question
from samspil.knowledge.models import AskedIn
from samspil.knowledge.queries import Answered, Quote, Reader

LONGEST_QUOTE = 200


class TooLong(ValueError):
    """More than a turn may hold; the message is fit to show."""


class Ended(ValueError):
    """This conversation takes no more turns; the message is fit to show."""


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
    heard = hear(chat, took, before=last_question(conversation), reader=reader, at=at)
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
    heard = Heard(step=Step(kind=Kind.PERSON))
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


def _quoted(found: Answered | None) -> list[dict[str, Any]]:
    if found is None:
        return []
    if found.standard:
        said = found.standard
        place = {"place": said.answer.wordings[0], "language": said.language}
        return [{"text": said.text, **place}]
    return [{"text": one.text, **_place(one)} for one in found.quotes]


def _place(quote: Quote) -> dict[str, Any]:
    return {
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
    heard: Heard,
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
        phrased=[
            {"text": one.text, "from": [_place(quote) for _, quote in one.quotes]}
            for one in heard.phrased
        ],
    )


def _held(conversation: Conversation | None) -> Conversation | None:
    if conversation is None:
        return None
    return Conversation.objects.select_for_update().get(pk=conversation.pk)
