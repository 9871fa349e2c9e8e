"""Groups with promises of their own, by program."""

from ninja import Schema

from samspil.work.models import Certificate
from samspil.work.queries.evidence import Group, Way
from samspil.work.queries.grouping import checks_by_group, groups_of


class SignedGroupOut(Schema):
    """What was proved of a group, by its language or topic; without a `threshold`, nothing.

    Of its cases that AI finished alone people checked `checked`, and `found_wrong` were wrong.
    """

    group: str
    delta: float
    threshold: float | None
    cases: int
    above: int
    wrong: int
    checked: int
    found_wrong: int


class GroupOut(Schema):
    """What verified answers show of a group; shares from 0 to 1.

    `missing` more make it likely that AI may finish most of its cases; null where no number would.
    `whole_above` to `whole_at_most` say how it fares under one limit for all: so many cases, so
    many wrong, and what may be wrong of them, sure to 95 in 100; null where there is no such limit.
    `weak`: more is wrong there than promised for all, beyond chance.
    """

    group: str
    verified: int
    delta: float
    threshold: float | None
    share: float
    share_low: float
    share_high: float
    above: int
    wrong: int
    missing: int | None
    whole_above: int | None
    whole_wrong: int | None
    whole_at_most: float | None
    weak: bool


class WayOut(Schema):
    """What AI could finish with one promise for all (`groups_by` empty), or one for each group."""

    groups_by: str
    share: float
    share_low: float
    share_high: float
    groups: list[GroupOut]


def signed_groups_out(signed: Certificate) -> list[SignedGroupOut]:
    """The groups of a certificate; none where it is one promise for all."""
    checks = checks_by_group(signed) if signed.groups_by else {}
    return [
        SignedGroupOut(
            group=one.name,
            delta=one.delta,
            threshold=one.threshold,
            cases=one.cases,
            above=one.above,
            wrong=one.wrong,
            checked=checks.get(one.name, (0, 0))[0],
            found_wrong=checks.get(one.name, (0, 0))[1],
        )
        for one in groups_of(signed)
    ]


def way_out(way: Way) -> WayOut:
    """One way of promising."""
    low, high = way.between
    return WayOut(
        groups_by=way.by,
        share=way.certificate.share,
        share_low=low,
        share_high=high,
        groups=[group_out(one) for one in way.groups],
    )


def group_out(one: Group) -> GroupOut:
    """One group."""
    found, hidden = one.certificate, one.hidden
    low, high = one.between
    return GroupOut(
        group=one.key,
        verified=found.cases,
        delta=found.promise.delta,
        threshold=found.threshold,
        share=found.share,
        share_low=low,
        share_high=high,
        above=found.above,
        wrong=found.wrong,
        missing=one.missing,
        whole_above=hidden.above if hidden else None,
        whole_wrong=hidden.wrong if hidden else None,
        whole_at_most=hidden.at_most if hidden else None,
        weak=bool(hidden and hidden.weak),
    )
