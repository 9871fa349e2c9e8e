"""Short secrets in the database, such as the key of a model server: readable with our key only."""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
"""Bytes, drawn anew each time."""


class BrokenSeal(Exception):
    """It was sealed with another key, for something else, or was altered."""


def seal(secret: str, *, of: str, key: bytes) -> bytes:
    """A secret as it may be stored; `of` names whose it is, and opens it again."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_derived(of, key)).encrypt(nonce, secret.encode(), of.encode())


def unseal(sealed: bytes, *, of: str, key: bytes) -> str:
    """The secret; raises `BrokenSeal`."""
    try:
        opened = AESGCM(_derived(of, key)).decrypt(sealed[:NONCE], sealed[NONCE:], of.encode())
        return opened.decode()
    except (InvalidTag, ValueError) as why:
        raise BrokenSeal(f"What was sealed for {of} cannot be opened.") from why


def _derived(of: str, key: bytes) -> bytes:
    return hmac.new(key, f"seal/{of}".encode(), hashlib.sha256).digest()
