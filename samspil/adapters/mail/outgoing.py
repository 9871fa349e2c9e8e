"""A message that is about to leave, and its form on the wire (RFC 5322)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.message import EmailMessage
from email.policy import SMTP
from unicodedata import category

OURS = frozenset({"message-id", "from", "sender", "to", "cc", "bcc", "subject", "mime-version"})
OURS |= {"content-type", "content-transfer-encoding"}
BREAKS = frozenset({"Cc", "Zl", "Zp"})
SENDER = "noreply@samspil.invalid"
"""In whose name Samspil writes; nobody reads what is sent there."""


class IllFormedMessage(ValueError):
    """A header of the message could not be written as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that goes along; `media_type` such as application/pdf."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


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
    files: Sequence[File] = ()


def as_bytes(message: Outgoing) -> bytes:
    """The message as it goes over the wire; raises `IllFormedMessage`.

    A line break in a header would let whoever wrote it add headers or recipients. In a subject
    and in further headers, which repeat what people outside wrote, it becomes a space; in an
    address or an id it is refused.
    """
    written = EmailMessage(policy=SMTP)
    for name, value in _headers(message).items():
        try:
            written[name] = value
        except (ValueError, IndexError, HeaderParseError) as why:
            raise IllFormedMessage(f"The header {name!r} cannot be written: {why}") from why
        if written[name].defects:
            raise IllFormedMessage(f"The header {name!r} is ill-formed: {value!r}")
    for name in ("From", "To"):
        if len(written[name].addresses) != 1:
            raise IllFormedMessage(f"The header {name!r} needs exactly one address.")
    written.set_content(message.text)
    for file in message.files:
        kind, _, more = file.media_type.partition("/")
        name = _flat(file.name)
        written.add_attachment(file.content, maintype=kind, subtype=more, filename=name)
    return written.as_bytes()


def _headers(message: Outgoing) -> dict[str, str]:
    for name in message.headers:
        if name.lower() in OURS or not (name.isascii() and name.replace("-", "").isalnum()):
            raise IllFormedMessage(f"{name!r} cannot be a further header.")
    return {
        "Message-ID": _unbroken("Message-ID", f"<{message.message_id.strip('<>')}>"),
        "From": _unbroken("From", message.sender),
        "To": _unbroken("To", message.recipient),
        "Subject": _flat(message.subject),
        **{name: _flat(value) for name, value in message.headers.items()},
    }


def _unbroken(name: str, value: str) -> str:
    if value != _flat(value):
        raise IllFormedMessage(f"The header {name!r} holds a line break or a control character.")
    return value


def _flat(value: str) -> str:
    """Without control characters and Unicode's line breaks."""
    return "".join(" " if category(sign) in BREAKS else sign for sign in value)
