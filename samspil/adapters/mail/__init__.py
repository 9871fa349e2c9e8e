"""Letters out: each becomes a file that a mail server can pick up."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from django.conf import settings

FOLDABLE = re.compile(r"\s+")
UNSAFE = re.compile(r"[^A-Za-z0-9.@-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A letter. `message_id` is its number for good: sent twice, it is still one letter."""

    message_id: str
    recipient: str
    sender: str
    subject: str
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)


def deliver(message: Outgoing) -> None:
    """Write the letter into the mail folder; writing it again changes nothing."""
    folder = Path(settings.MAIL_FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{UNSAFE.sub('', message.message_id)}.eml"
    if path.exists():
        return
    fresh = path.with_suffix(f".{os.getpid()}.new")
    fresh.write_bytes(_letter(message).as_bytes(policy=SMTP))
    os.replace(fresh, path)


def _letter(message: Outgoing) -> EmailMessage:
    letter = EmailMessage(policy=SMTP)
    letter["Message-ID"] = _one_line(message.message_id)
    letter["From"] = _one_line(message.sender)
    if message.recipient:
        letter["To"] = _one_line(message.recipient)
    letter["Subject"] = _one_line(message.subject)
    for name, value in message.headers.items():
        letter[name] = _one_line(value)
    letter.set_content(message.text)
    return letter


def _one_line(value: str) -> str:
    """A header's value: a line break in it would begin another header."""
    return FOLDABLE.sub(" ", value).strip()
