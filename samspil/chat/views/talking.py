"""What a posted page of a chat does, whoever posted it, and what it shows then."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest
from django.utils.translation import gettext as _

from samspil.chat import actions
from samspil.chat.models import Chat, Conversation
from samspil.chat.queries import conversation_with, key_of, lines, plan_of
from samspil.chat.queries.conversations import kept_words
from samspil.core.chat.plan import LONGEST_TURN
from samspil.inbox.queries import status_address
from samspil.knowledge.queries import Reader
from samspil.web.asking import asks_too_often, is_asked_too_often
from samspil.web.marks import Stale, began, nonce_of
from samspil.web.strangers import typed

MOST_FROM_ONE, ONES_SPAN_S = 60, 300
"""Turns from one address in five minutes."""
MOST_OF_ONE, TALKS_SPAN_S = 12, 60
"""Turns of one conversation in a minute."""
MOST_IN_AN_HOUR, HOUR_S = 3_000, 3_600
"""Turns in one chat."""
TRAP = "website"
"""A field of the page that no person sees; programs fill it in."""
LONGEST_MAIL = 254


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Who asks in which chat: what they may read, whose key it is, in which language.

    `holder` is empty for strangers; `inside`: sources lead to their documents.
    """

    chat: Chat
    reader: Reader
    holder: str
    language: str
    inside: bool

    @property
    def purpose(self) -> str:
        """What the page's mark is made for."""
        return f"chat {self.chat.public_id} {self.holder}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a posted page. Turns after number `before` are new; `whole`: show all anew."""

    conversation: Conversation | None = None
    before: int = 0
    problem: str = ""
    status: int = 200
    whole: bool = False
    message: str = ""
    rated: int = 0


def outcome_of(request: HttpRequest, seat: Seat, *, at: datetime) -> Outcome:
    """Do what the page was posted for."""
    said = typed(request)
    talk = conversation_with(seat.chat, said.get("key", ""), holder=seat.holder)
    now = Outcome(conversation=talk, before=_so_far(talk), message=said.get("message", "").strip())
    if "lang" in said:
        return replace(now, whole=True)
    if asks_too_often(request, what="chat", most=MOST_FROM_ONE, seconds=ONES_SPAN_S) or _hot(
        now, seat
    ):
        return replace(now, problem=_("That was a lot at once. Wait a minute, please."), status=429)
    if said.get(TRAP):
        return replace(now, problem=_("A hidden field was filled in. Send it again."), status=422)
    if "helpful" in said:
        return _rated(now, said.get("turn", ""), helpful=said["helpful"] == "yes")
    if "give_mail" in said:
        return _with_mail(now, said.get("mail", "").strip(), at=at)
    return _said(now, seat, mark=said.get("mark", ""), to_person="person" in said, at=at)


def _so_far(talk: Conversation | None) -> int:
    return talk.turns.count() if talk else 0


def _hot(now: Outcome, seat: Seat) -> bool:
    talk = now.conversation
    in_talk = talk is not None and is_asked_too_often(
        what="chat-talk", of=str(talk.public_id), most=MOST_OF_ONE, seconds=TALKS_SPAN_S
    )
    return in_talk or is_asked_too_often(
        what="chat-all", of=str(seat.chat.public_id), most=MOST_IN_AN_HOUR, seconds=HOUR_S
    )


def _rated(now: Outcome, turn: str, *, helpful: bool) -> Outcome:
    if now.conversation is None or not turn.isdecimal() or len(turn) > 4:
        return replace(now, problem=_("This page is too old. Load it anew."), status=422)
    actions.rate(now.conversation, int(turn), helpful=helpful)
    return replace(now, rated=int(turn))


def _with_mail(now: Outcome, mail: str, *, at: datetime) -> Outcome:
    try:
        validate_email(mail[: LONGEST_MAIL + 1])
    except ValidationError as why:
        return replace(now, problem=why.messages[0], status=422, whole=True)
    if now.conversation:
        actions.give_mail(now.conversation, mail, at=at)
        now.conversation.refresh_from_db()
    return replace(now, whole=True)


def _said(now: Outcome, seat: Seat, *, mark: str, to_person: bool, at: datetime) -> Outcome:
    try:
        token = nonce_of(mark, seat.purpose, at=at, least=timedelta(0))
    except Stale:
        return replace(
            now, problem=_("This page stood open for long. Send it once more."), status=422
        )
    try:
        if now.message:
            now = _spoken(now, seat, token=token, to_person=to_person, at=at)
        if to_person:
            return _handed(now, at=at)
    except (actions.TooLong, actions.Ended, actions.NothingSaid) as why:
        return replace(now, problem=str(why), status=422)
    if now.before == _so_far(now.conversation) and not now.conversation:
        return replace(now, problem=_("Write what you want to know."), status=422)
    return now


def _spoken(now: Outcome, seat: Seat, *, token: str, to_person: bool, at: datetime) -> Outcome:
    given: dict[str, Any] = {
        "conversation": now.conversation,
        "token": token,
        "language": seat.language,
        "at": at,
    }
    turn = (
        actions.say_to_person(seat.chat, now.message, **given)
        if to_person
        else actions.say(seat.chat, now.message, reader=seat.reader, **given)
    )
    return replace(now, conversation=turn.conversation, before=turn.number - 1, message="")


def _handed(now: Outcome, *, at: datetime) -> Outcome:
    if now.conversation is None:
        raise actions.NothingSaid(_("Write first what it is about, then press the button again."))
    actions.hand_over(now.conversation, at=at)
    now.conversation.refresh_from_db()
    return replace(now, whole=True)


def shown(seat: Seat, came: Outcome, *, at: datetime) -> dict[str, Any]:
    """What the page of a chat says: the turns, the way on, or the receipt."""
    talk, plan = came.conversation, plan_of(seat.chat)
    said = lines(talk, inside=seat.inside)
    return {
        "chat": seat.chat,
        "plan": plan,
        "said": plan.said(seat.language),
        "lines": said,
        "fresh": [line for line in said if line.turn.number > came.before],
        "rated": next((line for line in said if line.turn.number == came.rated), None),
        "to_person": bool(said and said[-1].to_person),
        "key": key_of(talk, holder=seat.holder) if talk else "",
        "mark": began(seat.purpose, at=at),
        "problem": came.problem,
        "message": came.message,
        "longest": LONGEST_TURN,
        "kept": kept_words(),
        "chosen_language": seat.language,
        **_receipt(talk),
    }


def _receipt(talk: Conversation | None) -> dict[str, Any]:
    if talk is None or talk.case is None:
        return {"receipt": None}
    link = talk.case.status_link
    first = talk.case.messages.order_by("at", "pk")[0]
    return {
        "receipt": talk.case.external_id,
        "status_url": f"/f/status/{status_address(link)}/",
        "mail_given": first.sender,
    }
