"""What papers are made of: what is known of the organisation, its tools and its uses of AI."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from samspil.core.ai_act.built import Built
from samspil.core.ai_act.classing import Class
from samspil.core.ai_act.duties import Owed
from samspil.core.ai_act.facts import Facts
from samspil.core.ai_act.going_live import Gate
from samspil.core.ai_act.roles import Part
from samspil.core.filings.asks import Said
from samspil.core.filings.holdings import Holding
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
class Company:
    """The organisation as it stands on a day."""

    about: str
    name: str
    on: date
    said: Said = field(default_factory=dict)
    tools: tuple[Tool, ...] = ()
    holdings: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watcher:
    """Who watches over a use, and the training that prepared them; `on` is None before it."""

    name: str
    what: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What people recorded about a use; None and empty where nothing was."""

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
class Counted:
    """`hits` of `n`; either is None where it would be of fewer than five."""

    hits: int | None
    n: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What AI had learned: its name, since when it is in use, from how many examples, how many of
    those it had not seen it got right, and how many of its examples were removed since."""

    number: str
    since: date | None
    examples: int
    tried: Counted
    gone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What was certified: of what AI finishes alone at most `alpha` (0 to 1) is wrong, but for a
    chance of `delta`; from `cases`, signed by whom, when. Not in force once it `ended`."""

    alpha: float
    delta: float
    cases: int
    by: str
    on: date
    ended: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How it went lately, in `days` days: withheld where it would show fewer than five.

    `right` are AI's answers that people verified; `groups` the same by language or topic, by name.
    `loss` (0 to 1) is the share that may be wrong of what AI finishes alone, as people set it.
    """

    days: int
    cases: int | None
    routes: Mapping[str, int | None]
    agreed: Counted
    wrong_alone: Counted
    overturned: Counted
    right: Counted
    groups: Mapping[str, Counted]
    loss: float
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of AI with all that papers say of it. Of other uses than processes `measured` is None
    and there are no versions."""

    about: str
    name: str
    kind: Built
    facts: Facts
    found: Class
    part: Part
    owed: tuple[Owed, ...]
    gate: Gate
    settled: bool
    noted: Noted
    watchers: tuple[Watcher, ...]
    holding: Holding | None = None
    closed: bool = False
    controls: bool = False
    level: str = ""
    version: Version | None = None
    versions: int = 0
    promised: Promised | None = None
    measured: Measured | None = None
