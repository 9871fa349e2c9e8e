"""What the journal is told of chats: ids and facts, never what anybody wrote."""

from datetime import datetime

from samspil.chat.models import Chat
from samspil.people.actions import note
from samspil.people.models import Colleague


def note_chat(
    chat: Chat, event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to a chat; `by` is None for what somebody without a name did."""
    note(event, "chat", chat.public_id, by=by, at=at, **facts)
