import pytest

from samspil.core.anonymity import TooFewPeople
from samspil.core.evidence.reviewers import (
    Corrected,
    Looks,
    Sign,
    attention,
    correct,
    detection,
)
from samspil.core.shares import Share


def test_errors_that_reviewers_miss_are_counted():
    noticed = detection(noticed=40, planted=50, people=5)
    found = correct(found=0.02, low=0.01, high=0.04, noticed=noticed)

    assert noticed.share == 0.8
    assert found.value == pytest.approx(0.025)
    assert found.low == pytest.approx(0.01 / noticed.high)
    assert found.high == pytest.approx(0.04 / noticed.low)
    assert 0.65 < noticed.low < 0.8 < noticed.high < 0.91


def test_right_answers_called_wrong_are_taken_off():
    noticed = detection(noticed=45, planted=50, people=9)

    found = correct(found=0.10, low=0.05, high=0.15, noticed=noticed, false_finds=0.05)

    assert found.value == pytest.approx(0.05 / 0.85)
    assert found.low == 0


@pytest.mark.parametrize("planted", [0, 10])
def test_where_reviewers_notice_nothing_anything_may_be_true(planted: int):
    noticed = detection(noticed=0, planted=planted, people=5)

    found = correct(found=0.0, low=0.0, high=0.03, noticed=noticed)

    assert (found.value, found.high) == (None, 1.0)


def test_reviewers_who_notice_all_still_may_miss_some():
    noticed = detection(noticed=10, planted=10, people=5)

    assert noticed.share == 1
    assert noticed.low == pytest.approx(0.6915, abs=0.0001)
    assert correct(found=0.0, low=0.0, high=0.0, noticed=noticed) == Corrected(
        value=0.0, low=0.0, high=0.0
    )


def test_shares_that_make_no_sense_are_refused():
    noticed = detection(noticed=4, planted=5, people=5)
    for found, low, high in ((0.1, 0.2, 0.3), (float("nan"), 0.0, 1.0), (0.5, 0.0, 1.1)):
        with pytest.raises(ValueError, match="Shares lie between"):
            correct(found=found, low=low, high=high, noticed=noticed)
    with pytest.raises(ValueError, match="at most all"):
        detection(noticed=6, planted=5, people=5)


def test_fewer_than_five_people_are_not_spoken_of():
    with pytest.raises(TooFewPeople, match="nobody is singled out"):
        detection(noticed=4, planted=5, people=4)
    with pytest.raises(TooFewPeople):
        attention(Looks(unedited=0, seconds=[], lengths=[]), people=4)


def test_looks_without_looking_have_three_signs():
    seconds = [3.0 + n % 2 for n in range(40)]
    hasty = Looks(unedited=40, seconds=seconds, lengths=list(range(40)))

    found = attention(hasty, people=5)

    assert found.signs == (Sign.NOTHING_CHANGED, Sign.SHORT_LOOKS, Sign.LENGTH_IGNORED)
    assert found.words() == [
        "100 in 100 proposals are taken as they are.",
        "Half of the looks take less than 4 seconds.",
        "Long cases are looked at no longer than short ones.",
    ]


def test_careful_looks_have_no_sign():
    careful = Looks(
        unedited=30, seconds=[20.0 + n for n in range(40)], lengths=[100 * n for n in range(40)]
    )

    found = attention(careful, people=5)

    assert (found.signs, found.median_s, found.follows_length) == ((), 39.5, 1.0)


def test_of_few_looks_nothing_is_said():
    found = attention(Looks(unedited=1, seconds=[1.0], lengths=[5]), people=5)

    assert (found.unedited, found.median_s, found.signs) == (Share(hits=1, n=1), None, ())


def test_cases_all_of_one_length_say_nothing_about_length():
    found = attention(Looks(unedited=0, seconds=[9.0] * 30, lengths=[5] * 30), people=5)

    assert (found.follows_length, found.signs) == (None, ())


def test_looks_without_a_length_are_refused():
    with pytest.raises(ValueError, match="Each look needs"):
        attention(Looks(unedited=0, seconds=[9.0], lengths=[]), people=5)
    with pytest.raises(ValueError, match="Each look needs"):
        attention(Looks(unedited=0, seconds=[float("nan")], lengths=[1]), people=5)
