"""What belongs to each kind of event in the journal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samspil.journal.models import Entry

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names behind the ids in some entries: of colleagues, teams and topics."""

    colleagues: Mapping[str, str]
    teams: Mapping[str, str]
    topics: Mapping[str, str]


Words = Callable[[Entry, Mapping[str, Any], Names], str]


@dataclass(frozen=True, slots=True)
class Event:
    """What is said of one kind of event: a short name to choose it by (empty: it cannot be chosen),
    the picture beside it, and its sentence, or what makes it.
    """

    name: "StrOrPromise"
    icon: str
    words: "Words | StrOrPromise"
