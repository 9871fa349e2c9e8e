"""An answer that a language model phrased from numbered passages, checked sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samspil.core.knowledge.answering import plain
from samspil.core.knowledge.sentences import sentences
from samspil.core.knowledge.supporting import fault_of

MOST_SENTENCES = 6
"""Sentences that are looked at; a model that writes more was not asked for them."""
LANGUAGES = {"da": "Danish", "de": "German", "en": "English"}
FAITHFULLY = (
    "from the sources alone. Keep to the words of the sources, and keep numbers, names and"
    " negations exactly. End each sentence with the number of the source it is from, like this:"
    " [1]. Say nothing that no source says."
)
INSTRUCTION = (
    f"Answer the question in {{language}}, in at most four short sentences, {FAITHFULLY} If the"
    " sources do not answer the question, write only: NONE"
)
CITES = re.compile(
    r"[\[【]\s*(?:source\s*)?(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\s*[\]】]", re.IGNORECASE
)
AFTER_STOP = re.compile(r"([.!?])\s*((?:[\[【][^\]】\n]{1,20}[\]】]\s*)+)")
NOTHING = "NONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence, and the numbers of the passages it is from, counted from 1."""

    text: str
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrased:
    """The sentences that the passages they cite support, and how many others were left out."""

    claims: tuple[Claim, ...]
    left_out: int


def instruction(language: str) -> str:
    """What a language model is told; `language` is da, de or en."""
    return INSTRUCTION.format(language=LANGUAGES[language])


def claims(text: str) -> list[Claim]:
    """The sentences of an answer with what they cite; one without a citation cites nothing."""
    if text.strip().strip(".[]").upper() == NOTHING:
        return []
    ordered = AFTER_STOP.sub(r" \2\1 ", text)
    said = (ordered[start:end] for start, end in sentences(ordered))
    read = [Claim(text=_without_cites(one), cites=_cites(one)) for one in said]
    return [one for one in read if any(sign.isalnum() for sign in one.text)]


def checked(text: str, passages: Sequence[str]) -> Phrased:
    """What remains of an answer once every sentence was looked for in the passages it cites."""
    kept: list[Claim] = []
    told = claims(text)
    for claim in told[:MOST_SENTENCES]:
        cites = tuple(
            number
            for number in claim.cites
            if 0 < number <= len(passages) and fault_of(claim.text, [passages[number - 1]]) is None
        )
        if cites and claim.text not in {one.text for one in kept}:
            kept.append(Claim(text=claim.text, cites=cites))
    return Phrased(claims=tuple(kept), left_out=len(told) - len(kept))


def _cites(said: str) -> tuple[int, ...]:
    numbers = (int(one) for found in CITES.findall(said) for one in re.findall(r"\d+", found))
    return tuple(dict.fromkeys(numbers))


def _without_cites(said: str) -> str:
    return re.sub(r"\s+([.!?,;:])", r"\1", plain(CITES.sub(" ", said)))
