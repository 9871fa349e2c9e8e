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
from samspil.core.evidence.groups import (
    Grouped,
    GroupsBy,
    Hidden,
    cases_missing,
    certify_groups,
    group_of,
    hidden_by,
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
class Group:
    """What is known of one group, by its key.

    `missing` more verified answers make it likely that AI may finish `LIKELY_SHARE` of it; None:
    no number would. `hidden` is how it fares under one promise for all; None: there is none.
    """

    key: str
    certificate: Certificate
    missing: int | None
    hidden: Hidden | None

    @property
    def between(self) -> tuple[float, float]:
        """Where the share that AI may finish of it lies, with a certainty of 95 in 100."""
        return self.certificate.share_between(0.05)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What AI might finish if all cases, each language or each topic had a promise of its own.

    `groups` are those with most cases first; none of one promise for all.
    """

    by: GroupsBy
    certificate: Certificate | Grouped
    groups: Sequence[Group] = ()

    @property
    def between(self) -> tuple[float, float]:
        """Where the share that AI may finish lies, with a certainty of 95 in 100."""
        return self.certificate.share_between(0.05)

    @property
    def weak(self) -> list[Group]:
        """Groups that are worse than one promise for all says, shown beyond chance."""
        return [one for one in self.groups if one.hidden and one.hidden.weak]

    @property
    def open(self) -> list[Group]:
        """Groups of which it is not shown that one promise for all holds there."""
        return [one for one in self.groups if one.hidden and one.hidden.open]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of one version in one process, and what follows under a promise.

    `overturned` of the wrong ones were taken for right until a later decision said otherwise, and
    `simulated` of all answers are a demonstration's. Lots chose `drawn` of them, `drawn_wrong` of
    those wrong: the random lane. `wanted` is how many verified answers make
    it likely that AI may finish `LIKELY_SHARE`; None where no number would. `ways` compares one
    promise for all with promises by group, on the same answers.
    """

    version: str
    certificate: Certificate
    wrong: int
    overturned: int
    drawn: int
    drawn_wrong: int
    simulated: int
    wanted: int | None
    points: Sequence[Point]
    ways: Sequence[Way]

    def way(self, by: GroupsBy) -> Way:
        """One way of promising."""
        return next(one for one in self.ways if one.by is by)

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


def overturned_answers() -> QuerySet[VerifiedAnswer]:
    """What people took for right and a later decision found wrong: nobody learns from it."""
    return VerifiedAnswer.objects.filter(overturned_at__isnull=False)


def evidence_of(process: Process, *, promise: Promise, at: datetime) -> Evidence:
    """What the answers of the version in use say now, in one statement."""
    skill = skill_of(process)
    rows = proving(process, version=skill.version, at=at)
    columns = ("sureness", "wrong", "overturned_at", "simulated", "drawn", "topic", "language")
    found = list(rows.order_by("-pk").values_list(*columns)[:MOST])
    verified = Verified.of((sure, wrong) for sure, wrong, *_ in found)
    earlier = earlier_of(skill)
    whole = certify(verified, earlier=earlier, promise=promise)
    kinds = [(topic, language) for *_, topic, language in found]
    return Evidence(
        version=skill.version,
        certificate=whole,
        wrong=int(verified.wrong.sum()),
        overturned=sum(overturned_at is not None for _, _, overturned_at, *_ in found),
        drawn=sum(drawn for *_, drawn, _topic, _language in found),
        drawn_wrong=sum(drawn and wrong for _, wrong, _, _, drawn, *_ in found),
        simulated=sum(simulated for _, _, _, simulated, *_ in found),
        wanted=cases_wanted(
            earlier if len(earlier) else verified, promise=promise, share=LIKELY_SHARE
        ),
        points=curve(verified),
        ways=ways_of(verified, kinds, whole=whole, earlier=earlier),
    )


def ways_of(
    verified: Verified, kinds: Sequence[tuple[str, str]], *, whole: Certificate, earlier: Verified
) -> list[Way]:
    """Each way of promising, on the same answers; `kinds` are their topics and languages."""
    ways = [Way(by=GroupsBy.PROCESS, certificate=whole)]
    for by in (GroupsBy.LANGUAGE, GroupsBy.TOPIC):
        keys = [group_of(by, topic=topic, language=language) for topic, language in kinds]
        found = certify_groups(verified, keys, earlier=earlier, promise=whole.promise)
        groups = told_groups(found, verified, keys, whole=whole, earlier=earlier)
        ways.append(Way(by=by, certificate=found, groups=groups))
    return ways


def told_groups(
    found: Grouped,
    verified: Verified,
    keys: Sequence[str],
    *,
    whole: Certificate,
    earlier: Verified,
) -> list[Group]:
    """The groups of these answers, those with most cases first."""
    missing = cases_missing(found, verified, keys, earlier=earlier, share=LIKELY_SHARE)
    hidden = hidden_by(whole, verified, keys)
    groups = [
        Group(key=key, certificate=one, missing=missing[key], hidden=hidden.get(key))
        for key, one in found.groups.items()
    ]
    return sorted(groups, key=lambda one: (-one.certificate.cases, one.key))
