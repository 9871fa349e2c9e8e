"""What the classifier sees of a text: words, words that stand near each other, pieces of words."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from samspil.core.reading import MOST_CHARACTERS

TOKEN = re.compile("[\\w\u0300-\u036f]+|[^\\w\\s]")
LONGEST_TOKEN = 40
"""Longer "words" are noise or an attack; only their beginning is read."""
SHORTEST_PIECE, LONGEST_PIECE = 2, 5
NEAR = 25
"""Two words make a pair when they are at most so many words apart."""
STEM = 5
"""Pairs look at the first letters of words only, so that inflections fall together."""
START, STOP = "<", ">"
UNKNOWN = -1

Places = NDArray[np.intp]


class Kind(StrEnum):
    """The kinds of grams, each with its own vocabulary."""

    WORDS = "words"
    PAIRS = "pairs"
    PIECES = "pieces"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign of a text: its spelling in small letters and where it stands."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrences:
    """Every gram of a batch of texts, in three arrays of one length.

    `gram` is its number in the vocabulary or `UNKNOWN`, `row` its text, `token` the word it stands
    in, counted over the whole batch.
    """

    gram: Places
    row: Places
    token: Places


def tokens(text: str) -> list[Token]:
    """Words and signs in the first characters of the text, as many as AI reads."""
    return [
        Token(_form(found.group()), found.start(), found.end())
        for found in TOKEN.finditer(text[:MOST_CHARACTERS])
    ]


def _form(word: str) -> str:
    return unicodedata.normalize("NFC", word[:LONGEST_TOKEN]).lower()


def grams(kind: Kind, forms: Sequence[str]) -> list[list[str]]:
    """For each word of a text, the grams of this kind that belong to it."""
    if kind is Kind.WORDS:
        return _words(forms)
    if kind is Kind.PAIRS:
        return _pairs(forms)
    return [_pieces(form) for form in forms]


def _words(forms: Sequence[str]) -> list[list[str]]:
    """The word itself and the phrases it makes with its neighbours."""
    before = [START, *forms]
    found = [[form, f"{last} {form}"] for last, form in zip(before, forms, strict=False)]
    if found:
        found[-1].append(f"{forms[-1]} {STOP}")
    return found


def _pairs(forms: Sequence[str]) -> list[list[str]]:
    """The word with each of the different words shortly before it, in alphabetical order."""
    stems = [form[:STEM] for form in forms]
    return [
        [
            f"{stem}+{other}" if stem < other else f"{other}+{stem}"
            for other in stems[max(0, place - NEAR) : place]
            if other != stem
        ]
        for place, stem in enumerate(stems)
    ]


def _pieces(form: str) -> list[str]:
    """The runs of two to five letters in a word, its edges marked by spaces."""
    edged = f" {form} "
    return [
        edged[start : start + length]
        for length in range(SHORTEST_PIECE, min(LONGEST_PIECE, len(edged)) + 1)
        for start in range(len(edged) - length + 1)
    ]


def occurrences(
    kind: Kind, batch: Sequence[Sequence[str]], vocabulary: Mapping[str, int]
) -> Occurrences:
    """Where the grams of one kind stand in a batch of texts given as words."""
    if kind is Kind.PIECES:
        known = {
            form: _numbers(_pieces(form), vocabulary)
            for form in {form for forms in batch for form in forms}
        }
        return _flat(batch, [known[form] for forms in batch for form in forms])
    found = [each for forms in batch for each in grams(kind, forms)]
    return _flat(batch, [_numbers(each, vocabulary) for each in found])


def _numbers(found: Sequence[str], vocabulary: Mapping[str, int]) -> list[int]:
    return [vocabulary.get(gram, UNKNOWN) for gram in found]


def _flat(batch: Sequence[Sequence[str]], numbers: Sequence[Sequence[int]]) -> Occurrences:
    sizes = np.fromiter((len(each) for each in numbers), dtype=np.intp, count=len(numbers))
    lengths = np.fromiter((len(forms) for forms in batch), dtype=np.intp, count=len(batch))
    token = np.repeat(np.arange(len(numbers)), sizes)
    row_of_token = np.repeat(np.arange(len(batch)), lengths)
    gram = np.fromiter((n for each in numbers for n in each), dtype=np.intp, count=sizes.sum())
    return Occurrences(gram=gram, row=row_of_token[token], token=token)
