"""Chats, their conversations, and their numbers."""

from samspil.chat.queries.beginning import may_begin, use_in
from samspil.chat.queries.chats import (
    chat_at,
    chat_called,
    chats,
    open_for_employees,
    plan_of,
)
from samspil.chat.queries.conversations import (
    Line,
    conversation_with,
    key_of,
    last_question,
    lines,
    told_of,
)
from samspil.chat.queries.numbers import Numbers, numbers_of

__all__ = [
    "Line",
    "Numbers",
    "chat_at",
    "chat_called",
    "chats",
    "conversation_with",
    "key_of",
    "last_question",
    "lines",
    "may_begin",
    "numbers_of",
    "open_for_employees",
    "plan_of",
    "told_of",
    "use_in",
]
