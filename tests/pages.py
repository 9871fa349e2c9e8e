"""Read pages as a person does: in English, by the words that stand there."""

import html
import re
from typing import Any

from django.test import Client

TAG = re.compile(r"<[^>]+>")


def english(client: Client) -> Client:
    """The same browser, of somebody who reads English."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def words(response: Any) -> str:
    """What stands on the page between its tags, with single blanks."""
    plain = html.unescape(TAG.sub(" ", response.content.decode()))
    return " ".join(plain.split())


def source(response: Any) -> str:
    """The page as it was sent."""
    return str(response.content.decode())
