"""A person, AI and both together on the same cases, for programs."""

from ninja import Schema

from samspil.core.evidence.gain import Gain
from samspil.core.shares import Share
from samspil.work.queries.judging import Comparison


class ShareOut(Schema):
    """How often somebody was right: the share with its interval of 95 in 100, 0 to 1."""

    right: int
    cases: int
    share: float
    low: float
    high: float


class GainOut(Schema):
    """How much oftener both together are right than the other, from -1 to 1, with its interval."""

    value: float
    low: float
    high: float


class TogetherOut(Schema):
    """On `cases` that a person judged before AI's answer was told; `missing` until it is compared.

    Right is what was decided in the end, by a person who had seen both answers. Of fewer than five
    people only `ai` is told.
    """

    cases: int
    missing: int
    second_looks: int
    simulated: int
    ai: ShareOut | None
    person: ShareOut | None
    both: ShareOut | None
    over_ai: GainOut | None
    over_person: GainOut | None
    better_than_both: bool | None


def together_out(known: Comparison) -> TogetherOut:
    """The comparison as it is told."""
    ways = known.ways
    told = ways if known.told else None
    return TogetherOut(
        cases=known.cases,
        missing=known.missing,
        second_looks=known.second_looks,
        simulated=known.simulated,
        ai=_share(ways.ai if ways else None),
        person=_share(told.people if told else None),
        both=_share(told.both if told else None),
        over_ai=_gain(told.over_ai if told else None),
        over_person=_gain(told.over_people if told else None),
        better_than_both=told.better_than_both if told else None,
    )


def _share(share: Share | None) -> ShareOut | None:
    if share is None:
        return None
    low, high = share.interval
    return ShareOut(right=share.hits, cases=share.n, share=share.value or 0.0, low=low, high=high)


def _gain(gain: Gain | None) -> GainOut | None:
    if gain is None:
        return None
    return GainOut(value=gain.value or 0.0, low=gain.low, high=gain.high)
