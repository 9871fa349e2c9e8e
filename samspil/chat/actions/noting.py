"""What the journal is told of chats: ids and facts, never what anybody wrote."""

from datetime import datetime

from samspil.chat.models import Chat
from samspil.journal.actions import Happening, record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor


def note_chat(
    chat: Chat, event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to a chat; `by` is None for what somebody without a name did."""
    who = actor(by) if by else SYSTEM
    happening = Happening(
        event=event,
        subject_kind="chat",
        subject=str(chat.public_id),
        actor=who.id,
        actor_kind=who.kind,
        facts=facts,
    )
    record([happening], at=at)
