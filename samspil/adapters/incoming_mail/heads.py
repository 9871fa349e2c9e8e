"""What the head of a mail says: who, when, about what, in answer to what."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import policy
from email.errors import MessageError
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from samspil.adapters.encodings import decoded
from samspil.core.mail_faults import Fault, Flaw
from samspil.core.mail_kinds import Automatic, automatic_kind

TROUBLE = (ValueError, LookupError, AttributeError, TypeError, RecursionError, OverflowError,
           AssertionError, MessageError)  # fmt: skip
"""What Python's own reading of heads raises over heads that nobody should have sent."""
SIMPLE = re.compile(
    r"^\s*(?:\"?([^\"<>=@]{0,200}?)\"?\s*<([^<>\s@\"]+@[^<>\s@\"]+)>|([^<>\s@\"]+@[^<>\s@\"]+))\s*$"
)
NUMBER = re.compile(r"<([^<>\s]{1,1000})>")
LONGEST_NUMBER = 200
MOST_ANSWERS = 40
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)
LATEST = timedelta(days=1)
"""So far ahead of us a clock may be."""
SENT = frozenset({"sent", "sendt", "gesendet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A mail's head. `answers` are the Message-IDs it answers, nearest first.

    `written_at` is when it was received, else written, None where nobody can say. `sent` says that
    the mailbox itself filed it under sent mail.
    """

    message_id: str
    answers: tuple[str, ...]
    subject: str
    sender: str
    sender_name: str
    reply_to: str
    written_at: datetime | None
    automatic: Automatic
    sent: bool
    blank: bool


def head_of(message: "Message[str, str]", *, now: datetime | None, flaws: list[Flaw]) -> Head:
    """Read a head; what is wrong with it is added to `flaws`."""
    fields = _fields(message)
    sender_name, sender = address_in(fields.get("from", "") or fields.get("sender", ""))
    _, reply_to = address_in(fields.get("reply-to", ""))
    reply_to = "" if reply_to.casefold() == sender.casefold() else reply_to
    labels = {one.strip().casefold() for one in fields.get("x-gmail-labels", "").split(",")}
    return Head(
        message_id=message_number(fields.get("message-id", "")),
        answers=answered_numbers(fields.get("in-reply-to", ""), fields.get("references", "")),
        subject=words_of(fields.get("subject", "")),
        sender=sender,
        sender_name=sender_name,
        reply_to=reply_to,
        written_at=_written_at(fields, now=now, flaws=flaws),
        automatic=automatic_kind(
            fields, media_type=media_type_of(fields.get("content-type", "")),
            sender=sender.casefold(), reply_to=reply_to,
        ),
        sent=bool(labels & SENT),
        blank=not any(fields.get(name) for name in ("from", "date", "subject", "message-id")),
    )  # fmt: skip


def words_of(value: str) -> str:
    """A head's words, decoded, in one line; encoded words may be broken over lines."""
    line = " ".join(value.split())
    if "=?" not in line:
        return line
    try:
        read = str(
            policy.default.header_factory("Subject", value.replace("\r", "").replace("\n", ""))
        )
    except TROUBLE:
        return line
    return " ".join(_mended(read).split())


def address_in(value: str) -> tuple[str, str]:
    """The first name and address of a head; empty where there is none."""
    simple = SIMPLE.match(" ".join(value[:1_000].split())) if "=?" not in value else None
    if simple:
        return (simple[1] or "").strip(), simple[2] or simple[3]
    try:
        read = policy.default.header_factory(
            "From", value[:4_000].replace("\r", "").replace("\n", "")
        )
        first = read.addresses[0]
        name, address = _mended(first.display_name), first.addr_spec
    except TROUBLE:
        name, address = "", ""
    if "@" not in address:
        name, address = parseaddr(value[:1_000])
    name = words_of(name)
    return ("" if name == address else name), address if "@" in address else ""


def message_number(value: str) -> str:
    """A Message-ID without brackets; one that is too long is shortened so that it stays unique."""
    found = NUMBER.search(value)
    number = found[1] if found else "".join(value.split()).strip("<>")
    return shortened(number)


def shortened(number: str) -> str:
    """At most 200 characters."""
    number = "".join(sign for sign in number if sign.isprintable())
    if len(number) <= LONGEST_NUMBER:
        return number
    return f"{number[:150]}~{hashlib.sha256(number.encode('utf-8', 'replace')).hexdigest()[:32]}"


def answered_numbers(in_reply_to: str, references: str) -> tuple[str, ...]:
    """The Message-IDs of both heads, nearest first; of very many the nearest and the first."""
    before = NUMBER.findall(references[-20_000:])[::-1]
    numbers = [shortened(one) for one in (*NUMBER.findall(in_reply_to[:4_000]), *before)]
    unique = list(dict.fromkeys(one for one in numbers if one))
    return tuple(unique[: MOST_ANSWERS - 1] + unique[MOST_ANSWERS - 1 :][-1:])


def media_type_of(content_type: str) -> str:
    """The type in small letters, with the report's type or the calendar's method behind it."""
    kind = content_type.partition(";")[0].strip().casefold()
    more = re.findall(
        r"(report-type|method)\s*=\s*\"?([\w-]+)", content_type[:2_000], re.IGNORECASE
    )
    return "; ".join([kind, *(f"{name}={value}".casefold() for name, value in more)])


def header_text(value: str) -> str:
    """A head as it stands, its bytes read as UTF-8, else Windows-1252."""
    if value.isascii():
        return value
    return decoded(value.encode("utf-8", "surrogateescape"))


def _fields(message: "Message[str, str]") -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in message.raw_items():
        fields.setdefault(name.casefold(), header_text(str(value)).replace("\0", ""))
    return fields


def _written_at(
    fields: dict[str, str], *, now: datetime | None, flaws: list[Flaw]
) -> datetime | None:
    """When our side received it, since that clock is ours; else when its writer says."""
    said = fields.get("date", "").strip()
    written = _moment(said)
    latest = now + LATEST if now else NEVER
    if said and (written is None or not EARLIEST <= written <= latest):
        flaws.append(Flaw(fault=Fault.WRONG_DATE, detail=said[:60]))
        written = None
    received = _moment(fields.get("received", "").rpartition(";")[2])
    moments: Iterable[datetime | None] = (received, written)
    return next((one for one in moments if one and EARLIEST <= one <= latest), None)


def _moment(said: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(said.strip()[:100])
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except TROUBLE:
        return None


def _mended(text: str) -> str:
    """Bytes that an encoded word did not own up to, read by what fits."""
    if not any("\udc80" <= sign <= "\udcff" for sign in text):
        return text
    return decoded(text.encode("utf-8", "surrogateescape"))
