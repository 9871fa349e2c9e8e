"""Recognise a text by its sentences, without keeping it."""

import hmac
import re
import unicodedata
from hashlib import sha256
from itertools import pairwise

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
NOT_A_WORD = re.compile(r"[\W_]+")
LEAST_WORDS = 4
"""Shorter sentences ("Kind regards") are everybody's and prove nothing."""


def sentences(text: str) -> list[str]:
    """The text's sentences in one plain spelling; short ones left out."""
    plain = (_plain(part) for part in SENTENCE_END.split(text))
    return [part for part in plain if len(part.split()) >= LEAST_WORDS]


def fingerprints(text: str, *, key: bytes) -> list[str]:
    """One keyed digest in hex for each sentence: equal only where the wording is."""
    return [hmac.new(key, part.encode(), sha256).hexdigest() for part in sentences(text)]


def selections(text: str, *, key: bytes) -> list[str]:
    """One digest in hex for each two sentences that follow each other.

    Sentences that people wrote, chosen from a longer text, are known by what follows what: as
    single sentences they are still people's.
    """
    return [
        hmac.new(key, f"{one}\n{other}".encode(), sha256).hexdigest()
        for one, other in pairwise(sentences(text))
    ]


def _plain(part: str) -> str:
    return NOT_A_WORD.sub(" ", unicodedata.normalize("NFKC", part).casefold()).strip()
