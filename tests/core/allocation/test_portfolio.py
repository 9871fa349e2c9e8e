"""What to start with, counted in hours gained and never in ideas."""

from dataclasses import replace

import pytest

from samspil.core.allocation.divisions import Division
from samspil.core.allocation.portfolio import (
    Advice,
    Candidate,
    Ground,
    Part,
    Range,
    advice_of,
    pareto,
    payback_of,
    ranked,
    split_of,
)
from samspil.core.payback import Payback

POST = Candidate(
    key="post", hours=20, saved=Range(low=0.3, high=0.5), days=Range(low=5, high=15),
    money=Range(low=0, high=0), risk=1, part=Part.AUTOMATE, division=Division.TOGETHER,
)  # fmt: skip
SMALL = replace(POST, key="small", hours=1, part=Part.ASSIST)
TRIED = replace(POST, key="tried", hours=2, part=Part.TRY)


def test_what_surely_pays_is_begun_unless_it_is_risky():
    assert advice_of(POST) == (Advice.START, Ground.PAYS)
    assert advice_of(replace(POST, risk=5)) == (Advice.LOOK, Ground.RISK)


def test_what_may_pay_is_looked_at_and_what_cannot_is_left():
    assert advice_of(SMALL) == (Advice.LEAVE, Ground.COSTS)
    assert advice_of(replace(POST, hours=5)) == (Advice.LOOK, Ground.UNSURE)
    assert advice_of(replace(POST, hours=0)) == (Advice.LOOK, Ground.UNKNOWN)


def test_lr_what_a_person_does_alone_is_left_however_much_it_would_save():
    assert advice_of(replace(POST, hours=900, division=Division.PERSON_ALONE)) == (
        Advice.LEAVE, Ground.LAW,
    )  # fmt: skip


def test_the_split_counts_hours_and_not_ideas():
    many_ideas = [POST, *(replace(TRIED, key=str(n), hours=0.25) for n in range(8))]

    split = split_of(many_ideas)

    assert split[Part.AUTOMATE].gain == pytest.approx(20 / 22)
    assert split[Part.TRY].tasks == pytest.approx(8 / 9)
    assert split[Part.TRY].kept
    assert not split[Part.AUTOMATE].kept


def test_nothing_gained_is_no_split_and_no_curve():
    nothing = [replace(POST, hours=0)]

    assert split_of(nothing) == {}
    assert pareto(nothing) == []
    assert payback_of(nothing, rate=400, seed=1) == Payback(p10=None, p50=None, p90=None)


def test_the_curve_begins_with_the_largest():
    assert pareto([SMALL, POST, TRIED]) == pytest.approx([20 / 23, 22 / 23, 1])


def test_risk_and_work_take_from_the_rank():
    risky, long = (
        replace(POST, key="risky", risk=5),
        replace(POST, key="long", days=Range(low=90, high=99)),
    )

    assert [one.key for one in ranked([long, risky, POST])] == ["post", "risky", "long"]


def test_payback_is_a_range_that_the_seed_keeps():
    found = payback_of([POST], rate=400, seed=7)

    assert found == payback_of([POST], rate=400, seed=7)
    assert found.p10 is not None
    assert found.p50 is not None
    assert found.p90 is not None
    assert found.p10 < found.p50 < found.p90


def test_payback_of_certain_figures_is_what_arithmetic_says():
    certain = replace(
        POST, saved=Range(low=0.5, high=0.5), days=Range(low=10, high=10),
        money=Range(low=10_000, high=10_000),
    )  # fmt: skip

    found = payback_of([certain], rate=400, seed=3)

    whole = 10 * 7.4 * 400 + 10_000
    full = 10 * 400 * 46 / 12
    assert found.p50 == pytest.approx(whole / (full * 0.5), abs=1)


@pytest.mark.parametrize("ends", [(2, 1), (-1, 1), (float("nan"), 1), (0, float("inf"))])
def test_what_is_no_range_is_refused(ends):
    with pytest.raises(ValueError, match="range"):
        Range(low=ends[0], high=ends[1])
