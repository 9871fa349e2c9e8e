"""Secret addresses that need not be kept: they follow from an id and a key."""

import base64
import binascii
import hashlib
import hmac
from uuid import UUID

SECRET_BYTES = 24
"""192 bits, not to be guessed."""
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs that nobody confuses when they are read out aloud."""


class NotASecret(ValueError):
    """This was never a secret address."""


def secret_link(*, organisation: UUID, link: UUID, key: bytes) -> str:
    """The last part of a link's address: says whose it is, and proves that one was given it."""
    secret = hmac.new(key, b"status " + organisation.bytes + link.bytes, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(organisation.bytes + secret[:SECRET_BYTES]).decode().rstrip("=")


def organisation_in(address: str) -> UUID:
    """Whose a secret address says it is; raises `NotASecret`."""
    try:
        raw = base64.b64decode(address + "=" * (-len(address) % 4), altchars="-_", validate=True)
    except (binascii.Error, ValueError) as why:
        raise NotASecret("This cannot be read.") from why
    if len(raw) != 16 + SECRET_BYTES:
        raise NotASecret("This has the wrong length.")
    return UUID(bytes=raw[:16])


def digest(address: str) -> str:
    """What is kept of a secret address, to know it again."""
    return hashlib.sha256(address.encode()).hexdigest()


def receipt_number(token: str, *, key: bytes) -> str:
    """A number to read out, such as K7F3-9QXM-2DHT: the same for the same token, 60 bits."""
    made = hmac.new(key, f"receipt {token}".encode(), hashlib.sha256).digest()
    signs = "".join(ALPHABET[byte % 32] for byte in made[:12])
    return "-".join(signs[start : start + 4] for start in (0, 4, 8))


def conversation_key(*, conversation: UUID, holder: str, key: bytes) -> str:
    """What a page keeps to go on with a conversation: nobody else can make it.

    `holder` binds it to whoever began it; empty for strangers, whose key is all there is.
    """
    secret = _of_conversation(conversation, holder, key)
    return base64.urlsafe_b64encode(conversation.bytes + secret).decode().rstrip("=")


def conversation_in(written: str, *, holder: str, key: bytes) -> UUID:
    """Which conversation this key opens for this holder; raises `NotASecret`."""
    try:
        raw = base64.b64decode(written + "=" * (-len(written) % 4), altchars="-_", validate=True)
        conversation = UUID(bytes=raw[:16])
    except (binascii.Error, ValueError) as why:
        raise NotASecret("This cannot be read.") from why
    if not hmac.compare_digest(raw[16:], _of_conversation(conversation, holder, key)):
        raise NotASecret("This was never given to anybody, or to somebody else.")
    return conversation


def _of_conversation(conversation: UUID, holder: str, key: bytes) -> bytes:
    said = b"conversation " + conversation.bytes + holder.encode()
    return hmac.new(key, said, hashlib.sha256).digest()[:SECRET_BYTES]
