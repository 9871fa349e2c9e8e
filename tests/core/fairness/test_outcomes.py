"""LR14: outcomes of two groups, against the worked examples of the law's appendix."""

import pytest

from samspil.core.fairness.four_fifths import false_alarms, signal_of
from samspil.core.fairness.outcomes import (
    Comparison,
    Verdict,
    cases_to_tell,
    each_with_the_rest,
    holm,
)
from samspil.core.shares import Share

EXAMPLES = [
    ((4, 10), (6, 10), 0.667, 0.6563, 0.4176, 0.5034, (0.268, 1.660)),
    ((2, 8), (6, 12), 0.500, 0.3729, 0.2702, 0.3183, (0.133, 1.885)),
    ((5, 20), (15, 30), 0.500, 0.1398, 0.1143, 0.0823, (0.216, 1.157)),
    ((12, 40), (30, 60), 0.600, 0.0629, 0.0512, 0.0526, (0.351, 1.026)),
    ((48, 100), (60, 100), 0.800, 0.1184, 0.0916, 0.0909, (0.617, 1.037)),
    ((1, 5), (4, 8), 0.400, 0.5649, 0.4289, 0.3662, (0.061, 2.635)),
]


def pair(first: tuple[int, int], second: tuple[int, int]) -> Comparison:
    return Comparison(
        first=Share(hits=first[0], n=first[1]), second=Share(hits=second[0], n=second[1])
    )


@pytest.mark.parametrize(
    ("first", "second", "ratio", "fisher", "mid_p", "boschloo", "katz"), EXAMPLES
)
def test_every_worked_example_comes_out(first, second, ratio, fisher, mid_p, boschloo, katz):
    found = pair(first, second)

    assert found.impact_ratio == pytest.approx(ratio, abs=5e-4)
    assert found.fisher == pytest.approx(fisher, abs=5e-5)
    assert found.mid_p == pytest.approx(mid_p, abs=5e-5)
    assert found.boschloo == pytest.approx(boschloo, abs=5e-5)
    assert found.ratio_interval == pytest.approx(katz, abs=5e-4)


@pytest.mark.parametrize(
    ("hits", "n", "interval"),
    [
        (0, 10, (0.0000, 0.2775)),
        (1, 10, (0.0179, 0.4042)),
        (8, 10, (0.4902, 0.9433)),
        (24, 30, (0.6269, 0.9049)),
        (81, 263, (0.2553, 0.3662)),
    ],
)
def test_shares_carry_wilsons_interval(hits, n, interval):
    assert Share(hits=hits, n=n).interval == pytest.approx(interval, abs=5e-5)


def test_the_difference_carries_newcombes_interval():
    assert pair((56, 70), (48, 80)).difference_interval == pytest.approx((0.0524, 0.3339), abs=5e-5)


@pytest.mark.parametrize(
    ("n", "share"),
    [(10, 0.757), (20, 0.618), (30, 0.558), (50, 0.457), (100, 0.299), (200, 0.144)],
)
def test_the_four_fifths_rule_shows_how_often_it_is_wrong(n, share):
    assert false_alarms(0.30, n, n) == pytest.approx(share, abs=5e-4)


def test_exactly_four_fifths_is_no_signal():
    assert not signal_of(pair((48, 100), (60, 100))).below
    assert signal_of(pair((47, 100), (60, 100))).below


@pytest.mark.parametrize(
    ("one", "other", "n"), [(0.12, 0.02, 102), (0.10, 0.05, 435), (0.30, 0.20, 294)]
)
def test_it_is_known_how_many_cases_tell_two_rates_apart(one, other, n):
    assert cases_to_tell(one, other) == n


def test_few_cases_allow_no_conclusion_however_much_the_groups_differ():
    for first, second, *_figures in EXAMPLES:
        found = pair(first, second).found()

        assert found.verdict is Verdict.NO_CONCLUSION
        assert found.figures["needed"] > 0


def test_a_large_difference_is_one_that_chance_hardly_explains():
    found = pair((30, 100), (60, 100)).found()

    assert found.verdict is Verdict.DIFFERENCE
    assert found.words.format(**found.figures) == (
        "A difference that chance hardly explains: 30 against 60 in 100."
    )


def test_a_difference_is_seen_even_where_few_cases_were_to_be_expected():
    assert pair((0, 100), (8, 100)).found().verdict is Verdict.DIFFERENCE


def test_no_difference_is_said_only_where_there_is_no_room_for_one():
    assert pair((300, 600), (303, 600)).found().verdict is Verdict.NO_DIFFERENCE
    assert pair((30, 60), (30, 60)).found().verdict is Verdict.NO_CONCLUSION
    assert pair((1, 400), (1, 400)).found().verdict is Verdict.NO_CONCLUSION


def test_groups_without_any_outcome_have_no_ratio_and_no_difference():
    found = pair((0, 10), (0, 12))

    assert (found.impact_ratio, found.ratio_interval) == (None, None)
    assert (found.fisher, found.boschloo) == (1.0, 1.0)


def test_many_questions_at_once_make_chance_easier():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []


def test_of_several_groups_each_stands_beside_all_others_together():
    found = each_with_the_rest(
        {
            "da": Share(hits=400, n=500),
            "de": Share(hits=50, n=100),
            "en": Share(hits=0, n=0),
            "pl": Share(hits=80, n=100),
        }
    )

    assert list(found) == ["da", "de", "pl"]
    assert found["de"][0].second == Share(hits=480, n=600)
    assert found["de"][1].verdict is Verdict.DIFFERENCE


def test_nothing_is_compared_with_nothing():
    assert each_with_the_rest({"da": Share(hits=3, n=4)}) == {}
    with pytest.raises(ValueError, match="at least one case"):
        pair((0, 0), (1, 2))
    with pytest.raises(ValueError, match="more outcomes"):
        pair((3, 2), (1, 2))
