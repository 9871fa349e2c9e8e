"""Write in a chat as a browser does: what the page holds goes along."""

import re
from typing import Any

from django.test import Client

from samspil.chat.models import Chat
from tests.pages import source

HIDDEN = re.compile(r'name="(key|mark)" value="([^"]*)"')


def address_of(chat: Chat) -> str:
    """Where the chat is."""
    return f"/c/{chat.slug}/" if chat.slug else f"/chat/{chat.public_id}/"


def held(answer: Any) -> dict[str, str]:
    """The key and mark of a page."""
    return {name: value for name, value in HIDDEN.findall(source(answer)) if value}


def write(client: Client, chat: Chat, message: str = "", *, after: Any = None, **more: str) -> Any:
    """Send this from the page that came last, or from a fresh one."""
    where = address_of(chat)
    page = after or client.get(where)
    return client.post(where, {**held(page), "message": message, "language": "en", **more})
