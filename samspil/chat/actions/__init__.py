"""Everything that can be done with chats."""

from samspil.chat.actions.handing_over import NothingSaid, give_mail, hand_over
from samspil.chat.actions.setting_up import (
    NotReady,
    WrongProcess,
    change_chat,
    close_chat,
    make_chat,
    open_chat,
)
from samspil.chat.actions.sweeping import sweep_conversations
from samspil.chat.actions.talking import Ended, TooLong, rate, say, say_to_person

__all__ = [
    "Ended",
    "NotReady",
    "NothingSaid",
    "TooLong",
    "WrongProcess",
    "change_chat",
    "close_chat",
    "give_mail",
    "hand_over",
    "make_chat",
    "open_chat",
    "rate",
    "say",
    "say_to_person",
    "sweep_conversations",
]
