"""What papers are made of: what is known of the organisation, its tools and its uses of AI."""

from dataclasses import dataclass, field
from datetime import date

from samspil.core.ai_act.built import Built
from samspil.core.ai_act.classing import Class
from samspil.core.ai_act.duties import Owed
from samspil.core.ai_act.facts import Facts
from samspil.core.ai_act.going_live import Gate
from samspil.core.ai_act.roles import Part
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.explaining.record import Names
from samspil.core.fairness.swaps import Kind
from samspil.core.figures import Figures
from samspil.core.filings.asks import Said
from samspil.core.filings.content import Text
from samspil.core.filings.holdings import Besides, Holding
from samspil.core.gateway.allowing import Place
from samspil.core.masking import DataClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool of the register that may be used: where it is, whose, and what may go there."""

    about: str
    name: str
    place: Place
    owner: str
    purpose: str
    contract: str
    allowed: tuple[DataClass, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A training: what in, how many people had it, and when the last did."""

    what: str
    people: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A guideline for staff that holds: its titles by language, version, since when, and how many
    of all `people` confirmed it at least, in steps of five; None is "fewer than five"."""

    title: Names
    number: int
    on: date
    confirmed: int | None
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The organisation as it stands on a day; uses, trainings and guidelines where a paper tells
    of them."""

    about: str
    name: str
    on: date
    said: Said = field(default_factory=dict)
    tools: tuple[Tool, ...] = ()
    holdings: tuple[Holding, ...] = ()
    besides: tuple[Besides, ...] = ()
    uses: tuple["Use", ...] = ()
    taught: tuple[Taught, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watcher:
    """Who watches over a use, and the training that prepared them; `on` is None before it."""

    name: str
    what: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What people recorded about a use; None and empty where nothing was. `settled_by` took its
    class on, for all that is known now."""

    people_told: date | None = None
    people_told_how: str = ""
    representatives_told: date | None = None
    representatives_told_how: str = ""
    assessed: date | None = None
    assessment: str = ""
    stop_plan: str = ""
    settled_by: str = ""
    settled_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What AI had learned: its name, since when it is in use, from how many examples, how many of
    those that it had not seen it got right, and how many of its examples were removed since."""

    number: str
    since: date
    examples: int
    tried: int
    right: int
    gone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What is certified now: of what AI finishes alone at most `alpha` (0 to 1) is wrong, but for a
    chance of `delta`; from `cases` verified answers, signed by whom, when."""

    alpha: float
    delta: float
    cases: int
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapped:
    """The latest trial with swapped words: by kind, of how many texts how many changed."""

    on: date
    rows: tuple[tuple[Kind, int, int], ...]
    beyond: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of AI with all that papers say of it.

    What only a process has is None for all others: `level`, `version`, `promised`, `measured` (in
    the last `days` days), `swapped`. `answers` is who answers for errors.
    """

    about: str
    named: Text
    kind: Built
    facts: Facts
    found: Class
    part: Part
    owed: tuple[Owed, ...]
    gate: Gate
    noted: Noted
    watchers: tuple[Watcher, ...]
    answers: str = ""
    holding: Holding | None = None
    level: Autonomy | None = None
    version: Version | None = None
    versions: int = 0
    promised: Promised | None = None
    measured: Figures | None = None
    days: int = 0
    swapped: Swapped | None = None
