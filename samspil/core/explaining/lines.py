"""A letter as sentences to be filled, before it has a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from samspil.core.explaining.record import Names

Value = str | int | float | datetime | Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An English sentence, which is also the key of its translations, and what fills it.

    Names are told in the reader's language, times as the reader's clock shows them.
    """

    words: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under a heading."""

    title: str
    lines: tuple[Line, ...]
