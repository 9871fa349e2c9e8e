"""Plain values that the shell and the larger parts are given."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """Who did something: AI, a person, or Samspil by rule."""

    AI = "ai"
    PERSON = "person"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationGroup:
    """Some of the items under another one, by what they are for; `open`: they are shown at once."""

    label: str
    items: tuple["NavigationItem", ...]
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationItem:
    """A link in the rail. `icon` is a Lucide name; `key` such as "g t", empty for none.

    Items `under` it are shown where it is `open`, in `groups` where they are many; their keys work
    everywhere.
    """

    label: str
    url: str
    icon: str
    current: bool = False
    key: str = ""
    under: tuple["NavigationItem", ...] = ()
    groups: tuple[NavigationGroup, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """The way to stop AI, shown in the top bar to those who may."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One entry of a timeline; `note` is a second, quieter line."""

    at: datetime
    text: str
    icon: str = "circle"
    kind: Kind = Kind.RULE
    by: str = ""
    note: str = ""


class StepState(StrEnum):
    """Where a step of a stepper stands."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """One step of a stepper; `url` is empty when one cannot go there."""

    label: str
    state: StepState
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """A column that a table can show or hide."""

    name: str
    label: str
    shown: bool
