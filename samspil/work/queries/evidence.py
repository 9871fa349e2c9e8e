"""What the verified answers of a process say of what AI may do alone there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from samspil.core.evidence.certificate import (
    Certificate,
    Point,
    Promise,
    cases_wanted,
    certify,
    curve,
)
from samspil.core.evidence.learning import PROVES_FOR
from samspil.core.evidence.verified import Verified
from samspil.core.skill import earlier_of
from samspil.work.models import Process, VerifiedAnswer
from samspil.work.queries.processes import skill_of

MOST = 20_000
"""The latest answers that are looked at; more would change nothing that shows."""
OFFERED = (1, 2, 5, 10)
"""How many of 100 an organisation may allow to be wrong."""
LIKELY_SHARE = 0.7
"""What an organisation that begins may hope for: of this share it is said how many it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of one version in one process, and what follows under a promise.

    `simulated` of the answers are a demonstration's. `wanted` is how many verified answers make
    it likely that AI may finish `LIKELY_SHARE`; None where no number would.
    """

    version: str
    certificate: Certificate
    wrong: int
    simulated: int
    wanted: int | None
    points: Sequence[Point]

    @property
    def verified(self) -> int:
        """How many answers of this version people verified."""
        return self.certificate.cases

    @property
    def between(self) -> tuple[float, float]:
        """Where the share that AI may finish lies, with a certainty of 95 in 100."""
        return self.certificate.share_between(0.05)

    @property
    def missing(self) -> int:
        """How many are still to be verified, as far as one can tell."""
        return max(0, (self.wanted or 0) - self.verified)


def proving(process: Process, *, version: str, at: datetime) -> QuerySet[VerifiedAnswer]:
    """The answers of this version that prove something now: of those that lots chose the ones from
    which nobody may learn yet, never both at once."""
    found = VerifiedAnswer.objects.filter(process=process, version=version, proves=True)
    return found.exclude(drawn=True, at__lte=at - PROVES_FOR)


def held_back(*, at: datetime) -> QuerySet[VerifiedAnswer]:
    """The answers that lots chose and that still prove, so that nobody may learn from them now."""
    return VerifiedAnswer.objects.filter(drawn=True, at__gt=at - PROVES_FOR)


def evidence_of(process: Process, *, promise: Promise, at: datetime) -> Evidence:
    """What the answers of the version in use say now, in one statement."""
    skill = skill_of(process)
    rows = proving(process, version=skill.version, at=at)
    found = list(rows.order_by("-pk").values_list("sureness", "wrong", "simulated")[:MOST])
    verified = Verified.of((sure, wrong) for sure, wrong, _ in found)
    earlier = earlier_of(skill)
    return Evidence(
        version=skill.version,
        certificate=certify(verified, earlier=earlier, promise=promise),
        wrong=int(verified.wrong.sum()),
        simulated=sum(simulated for _, _, simulated in found),
        wanted=cases_wanted(
            earlier if len(earlier) else verified, promise=promise, share=LIKELY_SHARE
        ),
        points=curve(verified),
    )
