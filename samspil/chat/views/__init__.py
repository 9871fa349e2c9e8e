"""Ask in a chat, as a colleague or a stranger, and set chats up."""

from samspil.chat.views.colleagues import room, rooms
from samspil.chat.views.setting_up import chats, close, new_chat, open_up, preview, set_up
from samspil.chat.views.strangers import stranger, widget

__all__ = [
    "chats",
    "close",
    "new_chat",
    "open_up",
    "preview",
    "room",
    "rooms",
    "set_up",
    "stranger",
    "widget",
]
