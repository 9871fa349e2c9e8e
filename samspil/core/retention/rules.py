"""How long each kind of data is kept unless the organisation says otherwise, with the source.

Facts stand here only where a source gives them. All else is our choice, and says so and why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from samspil.core.retention.categories import Category, Certainty, Country, Since, Then
from samspil.core.retention.why import WORDS

CHECKED = date(2026, 11, 22)
SIX_MONTHS, MONTHS_13, MONTHS_36 = 184, 396, 1096
"""In days: six, thirteen and thirty-six months, each as long as such months can be."""
YEAR, FIVE_YEARS, TEN_YEARS = 365, 5 * 365 + 1, 10 * 365 + 3
STORAGE = "GDPR Art. 5(1)(e)"
PROOF = "GDPR Art. 5(1)(e), 5(2)"
LOGS = "AI Act Art. 12, 19, 26(6)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How long a kind of data is kept in a country.

    `days` is the usual period, from `shortest` to `longest`; it is fixed where these are the same.
    None: it has no end of its own, as with what stays. `source` names the law or the authority.
    What `asks_first` is not touched before somebody has looked how much is due and said yes.
    """

    category: Category
    country: Country = Country.EU
    days: int | None
    shortest: int | None
    longest: int | None
    since: Since
    then: Then = Then.DELETED
    source: str = STORAGE
    certainty: Certainty = Certainty.OURS
    checked: date = CHECKED
    asks_first: bool = False

    @property
    def fixed(self) -> bool:
        """Whether nobody can set another period."""
        return self.days is None or self.shortest == self.longest

    @property
    def why(self) -> str:
        """The reason, in English; the key of its translations."""
        own = (self.category, self.country)
        return WORDS[own if own in WORDS else (self.category, Country.EU)]


def _kept(
    category: Category, days: int, since: Since, *, least: int = 1, most: int | None = None
) -> Rule:
    """A rule of our own choice; `most` None: as long as usual."""
    return Rule(
        category=category, days=days, shortest=min(least, days), longest=most or days, since=since
    )


def _fixed(category: Category, days: int, since: Since) -> Rule:
    return Rule(category=category, days=days, shortest=days, longest=days, since=since)


def _stays(category: Category, *, least: int | None, source: str, certainty: Certainty) -> Rule:
    return Rule(
        category=category, days=None, shortest=least, longest=None, since=Since.WRITTEN,
        then=Then.STAYS, source=source, certainty=certainty,
    )  # fmt: skip


def _emptied(category: Category, days: int) -> Rule:
    kept = _kept(category, days, Since.CLOSED, least=30, most=FIVE_YEARS)
    return replace(kept, then=Then.EMPTIED, asks_first=True)


_SUMMARIES = _kept(Category.SUMMARIES, 30, Since.ORDERED, most=90)
_CALLS = _kept(Category.CALLS, MONTHS_13, Since.WRITTEN, least=SIX_MONTHS, most=MONTHS_36)
_ALL = (
    _emptied(Category.CUSTOMERS, 2 * YEAR),
    _emptied(Category.EMPLOYEES, YEAR),
    _kept(Category.EXAMPLES, 2 * YEAR, Since.ADDED, least=30, most=FIVE_YEARS),
    _kept(Category.QUESTIONS, YEAR, Since.ASKED, least=30, most=2 * YEAR),
    _kept(Category.CHATS, 30, Since.LAST_TURN, most=YEAR),
    _SUMMARIES,
    replace(
        _SUMMARIES,
        country=Country.DK,
        source="Datatilsynet; straffeloven § 263",
        certainty=Certainty.PRACTICE,
    ),
    _fixed(Category.REMOVED, 1, Since.REMOVED),
    replace(
        _kept(Category.MAIL_MARKS, FIVE_YEARS, Since.WRITTEN, least=YEAR, most=TEN_YEARS),
        source="GDPR Art. 5(2), 17(1)",
    ),
    _fixed(Category.LOOKED_AT, 1, Since.ADDED),
    replace(_kept(Category.IMPORTS, 90, Since.ENDED, least=7, most=YEAR), asks_first=True),
    _kept(Category.ROUNDS, 90, Since.ENDED, least=7, most=YEAR),
    _kept(Category.GAPS, YEAR, Since.ENDED, least=30, most=2 * YEAR),
    _kept(Category.OUTCOMES, 2 * YEAR, Since.WRITTEN, least=30, most=FIVE_YEARS),
    _kept(Category.AUDITS, SIX_MONTHS, Since.ENDED, most=YEAR),
    _kept(Category.SUPPORT, YEAR, Since.WRITTEN, least=30, most=2 * YEAR),
    _kept(Category.WORKSHOPS, 30, Since.ENDED, most=90),
    _kept(Category.READINESS, 30, Since.ENDED, most=90),
    _kept(Category.INTERVIEWS, YEAR, Since.ENDED, least=30, most=2 * YEAR),
    _kept(Category.EVENT_LOGS, 2 * YEAR, Since.WRITTEN, least=30, most=FIVE_YEARS),
    _kept(Category.NOTICES, 30, Since.SEEN, most=YEAR),
    _kept(Category.BATCHES, 30, Since.WRITTEN, most=YEAR),
    _kept(Category.ABSENCES, YEAR, Since.ENDED, least=30, most=2 * YEAR),
    replace(
        _kept(Category.TRAININGS, YEAR, Since.LEFT, least=30, most=FIVE_YEARS),
        source="AI Act Art. 4",
    ),
    replace(
        _kept(Category.ACCESS, 2 * YEAR, Since.ANSWERED, least=YEAR, most=FIVE_YEARS), source=PROOF
    ),
    _fixed(Category.PACKS, 14, Since.WRITTEN),
    replace(
        _kept(Category.INCIDENTS, FIVE_YEARS, Since.ENDED, least=YEAR),
        source="GDPR Art. 5(2), 33(5)",
    ),
    replace(
        _kept(Category.HOLDS, 2 * YEAR, Since.ENDED, least=YEAR, most=FIVE_YEARS), source=PROOF
    ),
    replace(_kept(Category.PAPERS, TEN_YEARS, Since.WRITTEN, least=YEAR), source="AI Act Art. 18"),
    replace(_fixed(Category.REPORTS, 2 * YEAR, Since.WRITTEN), source=PROOF),
    replace(_CALLS, source=LOGS, certainty=Certainty.LAW),
    _stays(Category.CONSENTS, least=None, source="GDPR Art. 6", certainty=Certainty.LAW),
    _stays(Category.JOURNAL, least=SIX_MONTHS, source=LOGS, certainty=Certainty.LAW),
)
RULES: Mapping[tuple[Category, Country], Rule] = MappingProxyType(
    {(one.category, one.country): one for one in _ALL}
)
"""Every rule; where a country has none of its own, that of the EU holds."""


def rule_of(category: Category, country: Country) -> Rule:
    """The rule that holds for a kind of data in a country."""
    return RULES.get((category, country)) or RULES[category, Country.EU]


def fixed(category: Category) -> timedelta:
    """How long something is kept for which nobody can set a period."""
    rule = RULES[category, Country.EU]
    assert rule.fixed, f"the period of {category} can be set"
    assert rule.days is not None, f"{category} has no end of its own"
    return timedelta(days=rule.days)
