"""What went wrong with AI or with data: how grave it is, and who has to be told by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from samspil.core.ai_act.calendar import CALENDAR, Provision


class Breach(StrEnum):
    """What it means for people whose data it is; what nobody has judged counts as a risk."""

    UNKNOWN = "unknown"
    NONE = "none"
    UNLIKELY = "unlikely"
    RISK = "risk"
    HIGH = "high"


class Harm(StrEnum):
    """What makes it a serious incident, directly or indirectly caused by AI (Art. 3(49))."""

    DEATH = "death"
    HEALTH = "health"
    RIGHTS = "rights"
    PROPERTY = "property"
    INFRASTRUCTURE = "infrastructure"
    WIDESPREAD = "widespread"


class Severity(StrEnum):
    """How grave it is, gravest first."""

    GRAVE = "grave"
    REPORTED = "reported"
    KEPT = "kept"


class Duty(StrEnum):
    """Who has to be told."""

    DATA_AUTHORITY = "data_authority"
    PEOPLE = "people"
    MAKER = "maker"
    MARKET_AUTHORITY = "market_authority"


class Fault(StrEnum):
    """Why an incident cannot be closed."""

    NOT_JUDGED = "not_judged"
    NOT_TOLD = "not_told"
    NOTHING_LEARNED = "nothing_learned"


WORDS: Mapping[StrEnum, str] = {
    Breach.UNKNOWN: "Nobody has judged it yet; until then it counts as a risk",
    Breach.NONE: "No personal data was lost, changed or seen by anybody who should not",
    Breach.UNLIKELY: "Personal data, but hardly a risk to those whose data it is",
    Breach.RISK: "Personal data, and a risk to those whose data it is",
    Breach.HIGH: "Personal data, and a high risk to those whose data it is",
    Harm.DEATH: "Somebody died",
    Harm.HEALTH: "Serious harm to somebody's health",
    Harm.RIGHTS: "Rights that the law protects were infringed, such as equal treatment",
    Harm.PROPERTY: "Serious harm to property or the environment",
    Harm.INFRASTRUCTURE: "Critical infrastructure was disrupted for long",
    Harm.WIDESPREAD: "It harmed people in several countries of the EU",
    Severity.GRAVE: "grave",
    Severity.REPORTED: "to be reported",
    Severity.KEPT: "kept here",
    Duty.DATA_AUTHORITY: "Tell the data protection authority",
    Duty.PEOPLE: "Tell those whose data it is",
    Duty.MAKER: "Tell whoever made the AI",
    Duty.MARKET_AUTHORITY: "Tell the authority that watches over AI",
    Fault.NOT_JUDGED: "Judge first what it means for those whose data it is.",
    Fault.NOT_TOLD: "First tell whoever has to be told, and say here that you did.",
    Fault.NOTHING_LEARNED: "Say what was learned, so that it does not happen again.",
}
"""The English words of each, which are also the key of their translations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known. `high_risk`: AI took part, in a use of high risk; `provider`: of which the
    organisation is the provider too."""

    breach: Breach = Breach.UNKNOWN
    harms: frozenset[Harm] = frozenset()
    high_risk: bool = False
    provider: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How long one has after becoming aware of it (None: at once), and where that stands."""

    article: str
    time: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Who has to be told, by when (None: at once), and the provisions that it rests on."""

    duty: Duty
    article: str
    due_at: datetime | None
    provisions: tuple[Provision, ...]

    @property
    def since(self) -> date:
        """The day from which all of them apply."""
        return max(CALENDAR[one].applies_from or date.max for one in self.provisions)

    def in_force(self, *, on: date) -> bool:
        """Whether it is owed on that day already."""
        return self.since <= on


BREACH_LIMIT = Limit(article="GDPR Art. 33(1)", time=timedelta(hours=72))
SERIOUS_LIMIT = Limit(article="Art. 73(2)", time=timedelta(days=15))
SHORTER = {
    Harm.INFRASTRUCTURE: Limit(article="Art. 73(3)", time=timedelta(days=2)),
    Harm.WIDESPREAD: Limit(article="Art. 73(3)", time=timedelta(days=2)),
    Harm.DEATH: Limit(article="Art. 73(4)", time=timedelta(days=10)),
}
"""What is told sooner than other serious incidents, the shortest first. Source: the calendar."""
AT_RISK = frozenset({Breach.UNKNOWN, Breach.RISK, Breach.HIGH})


def severity_of(facts: Facts) -> Severity:
    """How grave it is."""
    if facts.harms or facts.breach is Breach.HIGH:
        return Severity.GRAVE
    return Severity.REPORTED if facts.breach in AT_RISK else Severity.KEPT


def duties_of(facts: Facts, *, noticed_at: datetime) -> tuple[Owed, ...]:
    """Who has to be told of something that somebody here noticed then, the first due first.

    Art. 26(5) and 73 speak of AI of high risk only. All else is documented here (GDPR Art. 33(5)).
    """
    found = []
    if facts.breach in AT_RISK:
        found.append(_owed(Duty.DATA_AUTHORITY, BREACH_LIMIT, noticed_at, Provision.BREACH))
    if facts.breach is Breach.HIGH:
        at_once = Limit(article="GDPR Art. 34(1)", time=None)
        found.append(_owed(Duty.PEOPLE, at_once, noticed_at, Provision.BREACH))
    if facts.harms and facts.high_risk:
        if not facts.provider:
            at_once = Limit(article="Art. 26(5)", time=None)
            found.append(_owed(Duty.MAKER, at_once, noticed_at, Provision.HIGH_RISK))
        rests_on = (Provision.SERIOUS_INCIDENT, Provision.HIGH_RISK)
        limit = _serious_limit(facts.harms)
        found.append(_owed(Duty.MARKET_AUTHORITY, limit, noticed_at, *rests_on))
    return tuple(sorted(found, key=lambda one: one.due_at or noticed_at))


def close_fault(
    facts: Facts, *, told: frozenset[Duty], learned: str, noticed_at: datetime, on: date
) -> Fault | None:
    """Why it cannot be closed on that day; None where it can. `told` are duties that are met."""
    if facts.breach is Breach.UNKNOWN:
        return Fault.NOT_JUDGED
    owed = duties_of(facts, noticed_at=noticed_at)
    if any(one.duty not in told and one.in_force(on=on) for one in owed):
        return Fault.NOT_TOLD
    return None if learned.strip() else Fault.NOTHING_LEARNED


def _serious_limit(harms: frozenset[Harm]) -> Limit:
    return next((limit for harm, limit in SHORTER.items() if harm in harms), SERIOUS_LIMIT)


def _owed(duty: Duty, limit: Limit, noticed_at: datetime, *provisions: Provision) -> Owed:
    due_at = noticed_at + limit.time if limit.time else None
    return Owed(duty=duty, article=limit.article, due_at=due_at, provisions=provisions)
