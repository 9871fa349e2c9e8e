"""What applies since when, from where that is known, and when somebody looked last.

Law changes without asking: each date has its source, and is to be looked at again in time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Provision(StrEnum):
    """A provision, or what explains one."""

    LITERACY = "literacy"
    BANS = "bans"
    TRANSPARENCY = "transparency"
    HIGH_RISK = "high_risk"
    EXPLANATION = "explanation"
    GUIDE_BANS = "guide_bans"
    GUIDE_HIGH_RISK = "guide_high_risk"
    GUIDE_TRANSPARENCY = "guide_transparency"
    IMPACT = "impact"
    LONE_DECISIONS = "lone_decisions"
    SIX_WEEKS = "six_weeks"
    BREACH = "breach"
    SERIOUS_INCIDENT = "serious_incident"


class Status(StrEnum):
    """What a source is: law, an agreement, a guideline, or only the draft of one."""

    LAW = "law"
    AGREEMENT = "agreement"
    GUIDELINE = "guideline"
    DRAFT = "draft"


WORDS = {
    Provision.LITERACY: "Staff who work with AI are supported in understanding it",
    Provision.BANS: "What AI may not be used for at all",
    Provision.TRANSPARENCY: "People are told that they meet AI, and its texts are marked",
    Provision.HIGH_RISK: "High risk: hiring, and what weighs on people at work",
    Provision.EXPLANATION: "Whoever a decision is about may have it explained",
    Provision.GUIDE_BANS: "The Commission's guideline on what is forbidden",
    Provision.GUIDE_HIGH_RISK: "The Commission's guideline on what is high risk",
    Provision.GUIDE_TRANSPARENCY: "The Commission's guideline on telling and marking",
    Provision.IMPACT: "What may weigh on people is assessed before it begins",
    Provision.LONE_DECISIONS: "No decision that weighs on a person is left to a machine alone",
    Provision.SIX_WEEKS: "Staff hear of control measures six weeks ahead",
    Provision.BREACH: "Breaches of personal data are documented, and told within 72 hours",
    Provision.SERIOUS_INCIDENT: "Serious incidents of AI of high risk are told to the authority",
}
"""What each is about, in English; translations use the same words as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a provision.

    `applies_from` is None for a draft, and for an agreement, which binds whom it binds. `source`
    says where it was read, `checked_on` when.
    """

    article: str
    status: Status
    applies_from: date | None
    source: str
    checked_on: date

    def in_force(self, *, on: date) -> bool:
        """Whether it applies on that day; a draft never does."""
        if self.applies_from is None:
            return self.status is Status.AGREEMENT
        return self.applies_from <= on


CHECKED = date(2026, 11, 22)
AI_ACT = "CELEX 32024R1689"
AMENDED = "CELEX 32026R1744; CELEX 02024R1689-20260727"
GDPR = "CELEX 32016R0679"

CALENDAR: Mapping[Provision, Known] = {
    Provision.LITERACY: Known(
        article="Art. 4", status=Status.LAW, applies_from=date(2025, 2, 2),
        source=AMENDED, checked_on=CHECKED,
    ),
    Provision.BANS: Known(
        article="Art. 5", status=Status.LAW, applies_from=date(2025, 2, 2),
        source=AI_ACT, checked_on=CHECKED,
    ),
    Provision.TRANSPARENCY: Known(
        article="Art. 50", status=Status.LAW, applies_from=date(2026, 8, 2),
        source=AI_ACT, checked_on=CHECKED,
    ),
    Provision.HIGH_RISK: Known(
        article="Art. 6, 8-27, Annex III", status=Status.LAW, applies_from=date(2027, 12, 2),
        source=AMENDED, checked_on=CHECKED,
    ),
    Provision.EXPLANATION: Known(
        article="Art. 86", status=Status.LAW, applies_from=date(2026, 8, 2),
        source=AI_ACT, checked_on=CHECKED,
    ),
    Provision.GUIDE_BANS: Known(
        article="C(2025) 5052", status=Status.GUIDELINE, applies_from=date(2025, 7, 29),
        source="C(2025) 5052 final", checked_on=CHECKED,
    ),
    Provision.GUIDE_HIGH_RISK: Known(
        article="Art. 6", status=Status.DRAFT, applies_from=None,
        source="European Commission, draft of 19 May 2026", checked_on=CHECKED,
    ),
    Provision.GUIDE_TRANSPARENCY: Known(
        article="C(2026) 5054", status=Status.GUIDELINE, applies_from=date(2026, 7, 20),
        source="C(2026) 5054 final", checked_on=CHECKED,
    ),
    Provision.IMPACT: Known(
        article="GDPR Art. 35", status=Status.LAW, applies_from=date(2018, 5, 25),
        source=GDPR, checked_on=CHECKED,
    ),
    Provision.LONE_DECISIONS: Known(
        article="GDPR Art. 22", status=Status.LAW, applies_from=date(2018, 5, 25),
        source=GDPR, checked_on=CHECKED,
    ),
    Provision.SIX_WEEKS: Known(
        article="DA-FH", status=Status.AGREEMENT, applies_from=None,
        source="DA-FH: Aftale om kontrolforanstaltninger", checked_on=CHECKED,
    ),
    Provision.BREACH: Known(
        article="GDPR Art. 33-34", status=Status.LAW, applies_from=date(2018, 5, 25),
        source=GDPR, checked_on=CHECKED,
    ),
    Provision.SERIOUS_INCIDENT: Known(
        article="Art. 73", status=Status.LAW, applies_from=date(2026, 8, 2),
        source=AI_ACT, checked_on=CHECKED,
    ),
}  # fmt: skip

LOOK_AGAIN = {Status.DRAFT: timedelta(days=60)}
"""A draft may become final any day."""
USUALLY = timedelta(days=180)


def looked_on(known: Known, *, checked_on: date | None = None) -> date:
    """The day on which somebody last looked at the source; `checked_on`: a later look here."""
    return max(known.checked_on, checked_on or known.checked_on)


def look_again_on(known: Known, *, checked_on: date | None = None) -> date:
    """The day by which somebody looks at the source again; `checked_on` as in `looked_on`."""
    return looked_on(known, checked_on=checked_on) + LOOK_AGAIN.get(known.status, USUALLY)


def to_look_at(*, on: date, checked: Mapping[Provision, date] | None = None) -> list[Provision]:
    """What somebody should look at again by now, in the order of the calendar."""
    seen = checked or {}
    return [
        each
        for each, known in CALENDAR.items()
        if look_again_on(known, checked_on=seen.get(each)) <= on
    ]
