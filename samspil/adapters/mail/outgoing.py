"""A message that is about to leave, and its form on the wire (RFC 5322)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.message import EmailMessage
from email.policy import SMTP
from unicodedata import category

OURS = frozenset({"message-id", "from", "to", "subject", "mime-version"})


class IllFormedMessage(ValueError):
    """A header of the message could not be written as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message to one recipient; `message_id` with or without its angle brackets.

    `headers` are further headers (In-Reply-To, References, Auto-Submitted, Date, …).
    """

    message_id: str
    recipient: str
    sender: str
    subject: str
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)


def as_bytes(message: Outgoing) -> bytes:
    """The message as it goes over the wire; raises `IllFormedMessage`.

    A line break in a header would let whoever wrote it add headers or recipients. In a subject,
    which people outside write, it becomes a space; anywhere else it is refused.
    """
    written = EmailMessage(policy=SMTP)
    for name, value in _headers(message).items():
        _check_header(name, value)
        try:
            written[name] = value
        except (ValueError, IndexError, HeaderParseError) as why:
            raise IllFormedMessage(f"The header {name!r} cannot be written: {why}") from why
        if written[name].defects:
            raise IllFormedMessage(f"The header {name!r} is ill-formed: {value!r}")
    written.set_content(message.text)
    return written.as_bytes()


def _headers(message: Outgoing) -> dict[str, str]:
    further = dict(message.headers)
    if taken := sorted(name for name in further if name.lower() in OURS):
        raise IllFormedMessage(f"These headers come from the message itself: {', '.join(taken)}")
    return {
        "Message-ID": f"<{message.message_id.strip('<>')}>",
        "From": message.sender,
        "To": message.recipient,
        "Subject": "".join(" " if _breaks(sign) else sign for sign in message.subject),
        **further,
    }


def _check_header(name: str, value: str) -> None:
    if not name.replace("-", "").isalnum() or not name.isascii():
        raise IllFormedMessage(f"{name!r} is not the name of a header.")
    if any(_breaks(sign) for sign in value):
        raise IllFormedMessage(f"The header {name!r} holds a line break or a control character.")


def _breaks(sign: str) -> bool:
    """Whether it is a control character or one of Unicode's line breaks."""
    return category(sign) in ("Cc", "Zl", "Zp")
