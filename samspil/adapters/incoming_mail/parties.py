"""Whom a mail came from and went to, by every head that names an address.

Read by hand, in one pass: what Python's own reader refuses or stumbles over would be left out, and
whoever is left out is not found when they ask for what is held of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.parser import BytesHeaderParser

from samspil.adapters.incoming_mail.heads import header_text, message_number

MOST_HEAD = 1024**2
"""Bytes of a mail in which its head is looked for."""
LONGEST = 320
"""Characters of an address: 64 before the sign, 255 behind it."""
FROM = frozenset({"from", "sender", "reply-to", "resent-from", "resent-sender"})
TO = frozenset({"to", "cc", "bcc", "resent-to", "resent-cc", "resent-bcc"})
TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*"?|\((?:[^()\\]|\\.)*\)?|<[^<>]*>?|[^"(<,;:]+|[,;:]', re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """A mail's Message-ID (empty where it has none), and the addresses in its head, as written."""

    number: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]


def parties_of(raw: bytes) -> Parties:
    """Read the head; what is no address is left out, and nothing is raised."""
    head = BytesHeaderParser(policy=policy.compat32).parsebytes(raw[:MOST_HEAD])
    senders: list[str] = []
    recipients: list[str] = []
    number = ""
    for name, value in head.raw_items():
        kind, said = name.casefold(), header_text(str(value)).replace("\0", "")
        if kind in FROM:
            senders.extend(addresses_in(said))
        elif kind in TO:
            recipients.extend(addresses_in(said))
        elif kind == "message-id" and not number:
            number = message_number(said)
    return Parties(
        number=number,
        senders=tuple(dict.fromkeys(senders)),
        recipients=tuple(dict.fromkeys(recipients)),
    )


def addresses_in(value: str) -> Iterator[str]:
    """The addresses of a list of them: not those in names, comments or names of groups."""
    words: list[str] = []
    inside = ""
    for found in TOKEN.finditer(value):
        sign = found[0]
        if sign in ",;":
            yield from _address(inside or "".join(words))
            words, inside = [], ""
        elif sign == ":":
            words = []
        elif sign.startswith("<"):
            inside = sign.strip("<>").rpartition(":")[2]
        elif not sign.startswith("("):
            words.append(sign)
    yield from _address(inside or "".join(words))


def _address(said: str) -> Iterator[str]:
    """The address in these words, if there is one; what stands before it is a name."""
    quoted, _sign, rest = said.strip().rpartition('"@')
    if quoted.startswith('"'):
        found = f"{quoted[1:]}@{rest.strip()}".replace("\\", "")
    else:
        found = next((word for word in reversed(said.split()) if "@" in word), "").strip("'\".<>")
    before, _sign, behind = found.rpartition("@")
    if before and behind and len(found) <= LONGEST:
        yield found
