"""A letter as sentences to be filled, before it has a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Union

from samspil.core.explaining.record import Names

Value = Union[str, int, float, date, Names, "Line"]
"""A day or a time, names, a sentence of its own; or what is told as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An English sentence, which is also the key of its translations, and what fills it.

    Names and sentences are told in the reader's language, times as the reader's clock shows them.
    """

    words: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under a heading."""

    title: str
    lines: tuple[Line, ...]


def worded(words: str, /, **values: Value) -> Line:
    """A sentence with what fills it; translations are looked for in what stands in the brackets."""
    return Line(words=words, values=values)
