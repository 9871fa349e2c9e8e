"""What a certificate still proves, now that some of its answers were found wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from samspil.core.evidence.certificate import Promise
from samspil.core.evidence.groups import GroupsBy, group_of
from samspil.core.evidence.overturning import bound_holds, still_holds
from samspil.core.evidence.verified import Verified
from samspil.core.skill import earlier_of
from samspil.work.models import Certificate, CertifiedGroup
from samspil.work.queries.evidence import MOST, proving
from samspil.work.queries.processes import skill_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A certificate and its answers as they are known now: of `above` its limit `wrong` are wrong,
    and whether its promise `holds` on them, for each of its groups."""

    certificate: Certificate
    above: int
    wrong: int
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    group: str
    sure: float
    wrong: bool
    since: bool
    """Whether it was found wrong after the certificate was signed."""


def left_of(signed: Certificate) -> Left:
    """Test the answers again that the certificate rests on, as it was done when it was signed.

    Where some of them were deleted since, the same test in the same order is not to be had; then
    the exact bound says whether so many wrong ones can be borne.
    """
    answers = _answers_of(signed)
    limits = [signed] if signed.threshold is not None else _proved(signed)
    further = {_name(one): _found_since(one, answers) for one in limits}
    whole = len(answers) == min(signed.cases, MOST)
    return Left(
        certificate=signed,
        above=sum(one.above for one in limits),
        wrong=sum(one.wrong for one in limits) + sum(further.values()),
        holds=all(
            _holds(signed, one, answers)
            if whole
            else bound_holds(one.wrong + further[_name(one)], one.above, _promise(signed, one))
            for one in limits
        ),
    )


def _name(limit: Certificate | CertifiedGroup) -> str:
    return limit.name if isinstance(limit, CertifiedGroup) else ""


def _promise(signed: Certificate, limit: Certificate | CertifiedGroup) -> Promise:
    return Promise(alpha=signed.alpha, delta=limit.delta)


def _proved(signed: Certificate) -> list[CertifiedGroup]:
    return list(signed.groups.filter(threshold__isnull=False).order_by("name"))


def _found_since(limit: Certificate | CertifiedGroup, answers: Sequence[_Answer]) -> int:
    ours = (one for one in answers if one.since and one.group == _name(limit))
    return sum(one.sure > (limit.threshold or 0.0) for one in ours)


def _holds(
    signed: Certificate, limit: Certificate | CertifiedGroup, answers: Sequence[_Answer]
) -> bool:
    return still_holds(
        Verified.of((one.sure, one.wrong) for one in answers if one.group == _name(limit)),
        earlier=earlier_of(skill_of(signed.process)),
        promise=_promise(signed, limit),
        threshold=limit.threshold or 0.0,
    )


def _answers_of(signed: Certificate) -> list[_Answer]:
    by = GroupsBy(signed.groups_by)
    rows = proving(signed.process, version=signed.version, at=signed.at).filter(
        at__gte=signed.first_case_at, at__lte=signed.at
    )
    columns = ("sureness", "wrong", "overturned_at", "topic", "language")
    return [
        _Answer(
            group=group_of(by, topic=topic, language=language),
            sure=sure,
            wrong=wrong,
            since=overturned_at is not None and overturned_at > signed.at,
        )
        for sure, wrong, overturned_at, topic, language in rows.order_by("-pk").values_list(
            *columns
        )[:MOST]
    ]
