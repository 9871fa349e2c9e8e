"""Whether AI may answer in a chat, as the register of uses has it."""

from samspil.chat.models import Chat
from samspil.core.ai_act.built import Built, facts_of_chat
from samspil.uses.queries import Thing, gate_at


def use_in(chat: Chat) -> Thing:
    """AI's use in a chat, as the register knows it."""
    return Thing(
        kind=Built.CHAT,
        thing=str(chat.public_id),
        name=chat.name,
        known=facts_of_chat(chat.audience, phrased=chat.phrased),
    )


def may_begin(chat: Chat) -> bool:
    """Whether the gate before AI's use in this chat is open today; two statements."""
    return gate_at(use_in(chat)).open
