"""What the classifier sees of a text: words, pairs of words and pieces of words."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samspil.core.reading import MOST_CHARACTERS

TOKEN = re.compile("[\\w\u0300-\u036f]+|[^\\w\\s]")
LONGEST_TOKEN = 40
"""Longer "words" are noise or an attack; only their beginning is read."""
SHORTEST_PIECE, LONGEST_PIECE = 2, 5
START, STOP = "<", ">"
UNKNOWN = -1

Places = NDArray[np.intp]


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


def words(forms: Sequence[str]) -> list[list[str]]:
    """For each word: the word itself and the pairs it makes with its neighbours."""
    before = [START, *forms]
    grams = [[form, f"{last} {form}"] for last, form in zip(before, forms, strict=False)]
    if grams:
        grams[-1].append(f"{forms[-1]} {STOP}")
    return grams


def pieces(form: str) -> list[str]:
    """The runs of two to five letters in a word, its edges marked by spaces."""
    edged = f" {form} "
    return [
        edged[start : start + length]
        for length in range(SHORTEST_PIECE, min(LONGEST_PIECE, len(edged)) + 1)
        for start in range(len(edged) - length + 1)
    ]


def word_occurrences(batch: Sequence[Sequence[str]], vocabulary: Mapping[str, int]) -> Occurrences:
    """Where the known words and pairs stand in a batch of texts given as words."""
    grams = [each for forms in batch for each in words(forms)]
    numbers = [[vocabulary.get(gram, UNKNOWN) for gram in each] for each in grams]
    return _flat(batch, numbers)


def piece_occurrences(batch: Sequence[Sequence[str]], vocabulary: Mapping[str, int]) -> Occurrences:
    """Where the known pieces of words stand in a batch of texts given as words."""
    known = {
        form: [vocabulary.get(piece, UNKNOWN) for piece in pieces(form)]
        for form in {form for forms in batch for form in forms}
    }
    return _flat(batch, [known[form] for forms in batch for form in forms])


def _flat(batch: Sequence[Sequence[str]], numbers: Sequence[Sequence[int]]) -> Occurrences:
    sizes = np.fromiter((len(each) for each in numbers), dtype=np.intp, count=len(numbers))
    lengths = np.fromiter((len(forms) for forms in batch), dtype=np.intp, count=len(batch))
    token = np.repeat(np.arange(len(numbers)), sizes)
    row_of_token = np.repeat(np.arange(len(batch)), lengths)
    gram = np.fromiter((n for each in numbers for n in each), dtype=np.intp, count=sizes.sum())
    return Occurrences(gram=gram, row=row_of_token[token], token=token)
