"""Which cases prove and which teach, and when a new version takes over."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from samspil.core.evidence.learning import (
    Use,
    Verdict,
    in_lane,
    judge_version,
    learns_anew,
    share_after_proof,
    share_before_proof,
    use_of,
)
from samspil.core.evidence.learning_curve import TooFar, Tried, expected
from samspil.core.evidence.requests import worth_asking
from samspil.core.paired import Paired

MONDAY_9 = datetime(2026, 11, 23, 9, tzinfo=UTC)
SEED = b"kept where nobody looks"
KEYS = [f"case {number}" for number in range(10_000)]
NO_DIFFERENCE = Paired(better=5, worse=5, tried=300)
CLEARLY_BETTER = Paired(better=20, worse=1, tried=300)
CLEARLY_WORSE = Paired(better=1, worse=20, tried=300)

# The random lane.


def test_the_lane_can_be_drawn_again_and_must_come_out_the_same():
    drawn = [key for key in KEYS if in_lane(key, seed=SEED, share=0.12)]

    assert drawn == [key for key in KEYS if in_lane(key, seed=SEED, share=0.12)]
    assert len(drawn) == pytest.approx(1_200, abs=100)


def test_another_seed_draws_other_cases():
    one = {key for key in KEYS if in_lane(key, seed=SEED, share=0.1)}
    other = {key for key in KEYS if in_lane(key, seed=b"another", share=0.1)}

    assert len(one & other) == pytest.approx(100, abs=40)


def test_a_larger_share_keeps_what_a_smaller_one_drew():
    few = {key for key in KEYS if in_lane(key, seed=SEED, share=0.02)}
    many = {key for key in KEYS if in_lane(key, seed=SEED, share=0.15)}

    assert few < many


def test_none_and_all_can_be_drawn():
    assert not any(in_lane(key, seed=SEED, share=0) for key in KEYS)
    assert all(in_lane(key, seed=SEED, share=1) for key in KEYS)


@pytest.mark.parametrize(("seed", "share"), [(b"", 0.1), (SEED, 1.1), (SEED, float("nan"))])
def test_a_lane_that_could_be_foreseen_or_is_no_share_is_refused(seed, share):
    with pytest.raises(ValueError, match="lane"):
        in_lane("case", seed=seed, share=share)


@pytest.mark.parametrize(
    ("missing", "expected_cases", "before", "after"),
    [
        (0, 1_000, 0.10, 0.02),
        (30, 1_000, 0.10, 0.03),
        (120, 1_000, 0.12, 0.05),
        (300, 1_000, 0.15, 0.05),
        (300, 0, 0.15, 0.05),
    ],
)
def test_the_lane_is_as_wide_as_it_must_be_within_its_walls(missing, expected_cases, before, after):
    assert share_before_proof(missing=missing, expected=expected_cases) == before
    assert share_after_proof(wanted=missing, expected=expected_cases) == after


def test_cases_of_the_lane_teach_only_when_they_no_longer_prove():
    def then(days):
        return use_of(drawn=True, at=MONDAY_9, now=MONDAY_9 + timedelta(days=days))

    assert (then(0), then(89), then(90)) == (Use.PROVE, Use.PROVE, Use.TEACH)


def test_a_clock_set_back_leaves_a_case_proving():
    before = MONDAY_9 - timedelta(days=400)

    assert use_of(drawn=True, at=MONDAY_9, now=before) is Use.PROVE


def test_cases_that_were_not_drawn_by_chance_never_prove():
    assert use_of(drawn=False, at=MONDAY_9, now=MONDAY_9) is Use.TEACH


# A new version.


def test_it_is_learned_anew_with_two_hundred_labels():
    assert not learns_anew(199)
    assert learns_anew(200)


@pytest.mark.parametrize(
    ("old", "new", "lane", "alarm", "verdict"),
    [
        (0.5, 0.6, CLEARLY_BETTER, False, Verdict.PROVES_MORE),
        (0.5, 0.6, NO_DIFFERENCE, False, Verdict.PROVES_LESS),
        (0.0, 0.6, NO_DIFFERENCE, False, Verdict.PROVES_LESS),
        (0.5, 0.5, CLEARLY_BETTER, False, Verdict.PROVES_LESS),
        (0.0, 0.0, CLEARLY_BETTER, False, Verdict.PROVES_LESS),
        (0.5, 0.0, NO_DIFFERENCE, True, Verdict.ALARM),
        (0.5, 0.6, CLEARLY_WORSE, False, Verdict.WORSE),
        (0.5, 0.6, CLEARLY_WORSE, True, Verdict.WORSE),
        (0.0, 0.0, Paired(better=0, worse=0, tried=0), False, Verdict.PROVES_LESS),
    ],
)
def test_a_new_version_takes_over_only_by_proof_or_in_an_alarm(old, new, lane, alarm, verdict):
    found = judge_version(old_share=old, new_share=new, lane=lane, alarm=alarm)

    assert found is verdict
    assert found.takes_over is (verdict in (Verdict.PROVES_MORE, Verdict.ALARM))


def test_a_share_that_is_none_is_refused():
    with pytest.raises(ValueError, match="from 0 to 1"):
        judge_version(old_share=0.5, new_share=float("nan"), lane=NO_DIFFERENCE, alarm=False)


# Which cases to ask for.


def four_heaps():
    """Twenty undecided cases in four heaps, and forty that AI is decided about."""
    chance = np.random.default_rng(1)
    corners = np.repeat(np.array([[0, 0], [9, 0], [0, 9], [9, 9]]), 5, axis=0)
    vectors = np.vstack([corners + chance.normal(0, 0.1, (20, 2)), np.full((40, 2), 4.0)])
    margins = np.concatenate([np.linspace(0.0, 0.19, 20), np.full(40, 0.9)])
    return margins, vectors


def test_one_case_is_asked_for_of_each_heap():
    margins, vectors = four_heaps()

    asked = worth_asking(margins, vectors, wanted=4, seed=3)

    assert asked.tolist() == [0, 5, 10, 15], "the least decided of each"


def test_of_cases_that_are_all_alike_the_least_decided_are_asked_for():
    asked = worth_asking(np.array([0.5, 0.1, 0.3, 0.2]), np.ones((4, 2)), wanted=2, seed=3)

    assert asked.tolist() == [1, 3]


def test_where_fewer_come_than_are_wanted_all_are_asked_for():
    margins, vectors = np.array([0.2, 0.1]), np.eye(2)

    assert worth_asking(margins, vectors, wanted=5, seed=3).tolist() == [1, 0]
    assert worth_asking(margins[:0], vectors[:0], wanted=5, seed=3).tolist() == []
    assert worth_asking(margins, vectors, wanted=0, seed=3).tolist() == []


def test_the_same_cases_are_asked_for_again():
    chance = np.random.default_rng(2)
    margins, vectors = chance.random(300), chance.normal(size=(300, 8))

    one, two = (worth_asking(margins, vectors, wanted=20, seed=7).tolist() for _ in range(2))

    assert one == two
    assert len(set(one)) == 20


@pytest.mark.parametrize(
    ("margins", "vectors", "wanted", "sentence"),
    [
        ([np.nan], [[0.0]], 1, "missing"),
        ([0.1], [[np.inf]], 1, "missing"),
        ([0.1, 0.2], [[0.0]], 1, "margin and a row"),
        ([0.1], [[0.0]], -1, "Fewer than no"),
    ],
)
def test_requests_that_make_no_sense_are_refused(margins, vectors, wanted, sentence):
    with pytest.raises(ValueError, match=sentence):
        worth_asking(np.array(margins), np.array(vectors), wanted=wanted, seed=1)


# What more examples would bring.


def curve(share, *, tested=2_000, sizes=(250, 500, 1_000, 2_000)):
    return [Tried(examples=n, wrong=round(share(n) * tested), tested=tested) for n in sizes]


def test_a_curve_that_falls_goes_on_falling():
    found = expected(curve(lambda n: 0.05 + 4 * n**-0.5), examples=4_000, seed=1)

    assert found is not None
    assert found.wrong == pytest.approx(0.05 + 4 * 4_000**-0.5, abs=0.005)
    assert found.low < found.wrong < found.high
    assert found.high - found.low < 0.06


def test_a_curve_that_is_flat_stays_flat():
    found = expected(curve(lambda _: 0.2), examples=4_000, seed=1)

    assert found is not None
    assert found.wrong == pytest.approx(0.2, abs=0.001)


def test_all_right_and_all_wrong_stay_between_0_and_1():
    for share in (0.0, 1.0):
        found = expected(curve(lambda _, share=share: share), examples=4_000, seed=1)

        assert found is not None
        assert 0 <= found.low <= found.wrong <= found.high <= 1


def test_of_too_few_sizes_nothing_is_said():
    tried = curve(lambda n: n**-0.5, sizes=(250, 500, 1_000))

    assert expected([], examples=10, seed=1) is None
    assert expected([*tried, tried[-1]], examples=2_000, seed=1) is None


def test_more_than_twice_as_many_is_too_far():
    with pytest.raises(TooFar, match="more than 4000 examples"):
        expected(curve(lambda n: n**-0.5), examples=4_001, seed=1)


def test_the_true_share_lies_within_the_interval_about_as_often_as_promised():
    chance = np.random.default_rng(6)
    inside = 0
    for seed in range(100):
        tried = [
            Tried(examples=n, wrong=int(chance.binomial(400, 0.08 + 3 * n**-0.5)), tested=400)
            for n in (200, 400, 800, 1_600)
        ]
        found = expected(tried, examples=3_200, seed=seed)
        assert found is not None
        inside += found.low <= 0.08 + 3 * 3_200**-0.5 <= found.high

    assert inside >= 90
