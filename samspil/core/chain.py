"""A hash chain under a key: each seal covers its entry and the seal before it."""

import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

START = ""
"""Stands where the first entry would name the seal before it."""


def organisation_key(master: bytes, organisation: str) -> bytes:
    """The key of one organisation's chain, derived so that none can forge another's."""
    return hmac.new(master, f"samspil journal {organisation}".encode(), sha256).digest()


def canonical(facts: Mapping[str, object]) -> str:
    """The one spelling of some facts: JSON with sorted keys and no blanks."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def seal(key: bytes, before: str, sequence: int, at: datetime, fields: Sequence[str]) -> str:
    """HMAC-SHA256 in hex over the entry's fields, its number, its instant and the seal before."""
    spelled = json.dumps([before, sequence, at.isoformat(timespec="microseconds"), *fields])
    return hmac.new(key, spelled.encode(), sha256).hexdigest()
