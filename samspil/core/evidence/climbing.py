"""What AI may do in a process, and what is missing before it may do more.

More is given only on fresh proof and a named person's signature, and never because of a clock:
times are compared, and one that lies before what already happened raises nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.binomial import fewest_without_error
from samspil.core.evidence.certificate import Certificate, Promise
from samspil.core.evidence.groups import Grouped

HALF = 0.5
"""No more than this share of drafts may be wrong; and the step before the last is proved at this
much of the permitted errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a process promises, and how many verified cases it wants to see before each step up."""

    promise: Promise
    cases: int = 0

    def alpha(self, level: Autonomy) -> float:
        """The share of errors that must be proved before this level."""
        if level is Autonomy.DRAFT:
            return HALF
        return self.promise.alpha * (HALF if level is Autonomy.CAREFUL else 1)

    def cases_for(self, level: Autonomy, *, doubled: bool) -> int:
        """How many verified cases this level takes: no fewer than could prove anything."""
        fewest = fewest_without_error(self.alpha(level), self.promise.delta)
        return max(self.cases, fewest) * self.times(doubled=doubled)

    def times(self, *, doubled: bool) -> int:
        """How many times the cases are asked for after falls."""
        return 2 if doubled else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a process stands on the ladder.

    `since`: what the next proof must come after, the last move or change. `latest`: the latest time
    anything happened. `fell_at`: the last fall. `doubled`: it fell twice within 30 days, so that
    the next step up takes twice the cases.
    """

    level: Autonomy
    since: datetime
    latest: datetime
    fell_at: datetime | None = None
    doubled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """A wish for one step up: what proves it, and who signs (empty: nobody).

    `first_case_at`: when the earliest of the certificate's cases was verified; None without one.
    """

    at: datetime
    certificate: Certificate | Grouped | None = None
    first_case_at: datetime | None = None
    signed_by: str = ""


class Gap(StrEnum):
    """What may be missing for the next step up."""

    AT_THE_TOP = "at_the_top"
    CLOCK = "clock"
    CASES = "cases"
    OLD_CASES = "old_cases"
    GROUP_CASES = "group_cases"
    PROOF = "proof"
    GROUP_PROOF = "group_proof"
    SIGNATURE = "signature"


WORDS = {
    Gap.AT_THE_TOP: "There is no higher step.",
    Gap.CLOCK: (
        "The clock shows a time before the last move. Wait until it has passed, or set it right."
    ),
    Gap.CASES: "{count} more cases must be verified, all of them since the last move.",
    Gap.OLD_CASES: "The proof rests on cases from before the last move; only later ones count.",
    Gap.GROUP_CASES: "No group has enough verified cases yet; the largest takes {count} more.",
    Gap.PROOF: "It is not proved that at most {percent} in 100 are wrong.",
    Gap.GROUP_PROOF: "Of no group it is proved that at most {percent} in 100 are wrong.",
    Gap.SIGNATURE: "A named person has to sign.",
}
"""English sentences; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that is missing; `count` and `percent` (0 to 100) fill its sentence."""

    gap: Gap
    count: int = 0
    percent: float = 0.0

    def words(self) -> str:
        """As an English sentence."""
        return WORDS[self.gap].format(count=self.count, percent=f"{self.percent:.3g}")


def missing(standing: Standing, climb: Climb, *, plan: Plan) -> list[Missing]:
    """Everything that keeps the process from the next step up; nothing: it may climb."""
    if standing.level is Autonomy.ALONE:
        return [Missing(gap=Gap.AT_THE_TOP)]
    level = Autonomy(standing.level + 1)
    found = [] if climb.at >= standing.latest else [Missing(gap=Gap.CLOCK)]
    found += _missing_proof(standing, climb, level=level, plan=plan)
    if not climb.signed_by.strip():
        found.append(Missing(gap=Gap.SIGNATURE))
    return found


def _missing_proof(
    standing: Standing, climb: Climb, *, level: Autonomy, plan: Plan
) -> list[Missing]:
    """Old cases count for nothing, so that with any of them all cases are missing."""
    certificate, found = climb.certificate, []
    fresh = _fresh(standing, climb)
    if certificate and not fresh:
        found.append(Missing(gap=Gap.OLD_CASES))
    verified = certificate.cases if certificate and fresh else 0
    wanted = plan.cases_for(level, doubled=standing.doubled)
    if verified < wanted:
        found.append(Missing(gap=Gap.CASES, count=wanted - verified))
    if not (certificate and _proves(certificate, level=level, plan=plan)):
        found += _unproved(certificate, percent=100 * plan.alpha(level))
    return found


def _unproved(certificate: Certificate | Grouped | None, *, percent: float) -> list[Missing]:
    if not isinstance(certificate, Grouped):
        return [Missing(gap=Gap.PROOF, percent=percent)]
    few = [Missing(gap=Gap.GROUP_CASES, count=certificate.lacking)] if certificate.lacking else []
    return [*few, Missing(gap=Gap.GROUP_PROOF, percent=percent)]


def _fresh(standing: Standing, climb: Climb) -> bool:
    first = climb.first_case_at
    return first is not None and standing.since < first <= climb.at


def _proves(certificate: Certificate | Grouped, *, level: Autonomy, plan: Plan) -> bool:
    promised = certificate.promise
    strict = promised.alpha <= plan.alpha(level) and promised.delta <= plan.promise.delta
    return strict and certificate.proved
