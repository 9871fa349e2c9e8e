"""What would be if, from a process's own past."""

from dataclasses import replace

import numpy as np
import pytest

from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.history import History
from samspil.core.evidence.outlook import Meaning
from samspil.core.evidence.queue_ahead import Coming
from samspil.core.evidence.simulating import Estimate, Wish, beside, what_if
from samspil.core.evidence.verified import NOTHING, Verified

MONDAY = 739_217
FULL_WEEK = Coming(first=MONDAY, hours=(4.0,) * 5 + (0.0, 0.0), allowed=(1,) * 7)


def certifying(sure, wrong, alpha, delta):
    """The certificate itself, without earlier answers to say where to begin."""
    promise = Promise(alpha=alpha, delta=delta)
    return certify(Verified(sure=sure, wrong=wrong), earlier=NOTHING, promise=promise).threshold


def above_half(sure, wrong, alpha, delta):
    """AI may do whatever it is surer of than half."""
    return 0.5


def history(*, verified=600, arrivals_a_day=60, claimed=0.25, weeks=8):
    """AI is surer than 0.5 of half the cases, and wrong in one of fifty of those."""
    place = np.arange(verified)
    per_week = np.array([arrivals_a_day] * 5 + [0, 0])
    day = np.repeat(np.arange(MONDAY - 7 * weeks, MONDAY), np.tile(per_week, weeks))
    return History(
        sure=np.where(place % 2 == 0, 0.9, 0.1) + place * 1e-5,
        wrong=(place % 100 == 0) | (place % 4 == 1),
        minutes=np.where(place % 2 == 0, 3.0, 9.0),
        day=day,
        claimed=np.arange(len(day)) % 100 < claimed * 100,
        claimed_minutes=np.full(40, 6.0),
        until=MONDAY - 1,
    )


def test_the_share_ai_would_finish_is_that_of_all_that_arrives():
    found = what_if(history(), Wish(alpha=0.05, coming=FULL_WEEK), certifying=above_half, seed=1)

    assert found.alone.value == pytest.approx(0.5 * 0.75)
    assert 0.33 < found.alone.low < found.alone.value < found.alone.high < 0.42
    assert found.verified == 600


def test_errors_lie_between_what_was_seen_and_what_is_promised():
    found = what_if(history(), Wish(alpha=0.05, coming=FULL_WEEK), certifying=above_half, seed=1)

    lone = 5 * 60 * 0.375
    assert found.errors.value == pytest.approx(lone * 0.02)
    assert 0 < found.errors.low < found.errors.value
    assert found.errors.high == pytest.approx(lone * 0.05, rel=0.12)


def test_minutes_saved_are_those_of_the_quick_cases_ai_does_less_the_checks():
    wish = Wish(alpha=0.05, coming=FULL_WEEK, checked=0.2)

    found = what_if(history(), wish, certifying=above_half, seed=1)

    assert found.saved.value == pytest.approx(5 * 60 * 0.375 * 0.8 * 3.0, rel=0.01)
    assert found.saved.low < found.saved.value < found.saved.high


def test_checking_everything_saves_nothing():
    wish = Wish(alpha=0.05, coming=FULL_WEEK, checked=1.0)

    found = what_if(history(), wish, certifying=above_half, seed=1)

    assert found.saved == Estimate(value=0.0, low=0.0, high=0.0)


def test_two_reviewers_who_are_ill_make_cases_late():
    busy = history(arrivals_a_day=60)
    today = Wish(alpha=None, coming=replace(FULL_WEEK, hours=(8.0,) * 5 + (0.0, 0.0)))
    ill = replace(today, coming=replace(FULL_WEEK, hours=(3.0,) * 5 + (0.0, 0.0)))

    both = beside(busy, today=today, then=ill, certifying=certifying, seed=1)

    assert both.today.outlook.meaning in (Meaning.DONE, Meaning.STEADY)
    assert both.then.outlook.meaning in (Meaning.LATE, Meaning.FALLS_BEHIND)
    assert both.then.alone == both.today.alone, "fewer people never let AI do more"


def test_what_ai_does_alone_does_not_wait_for_people():
    nobody = replace(FULL_WEEK, hours=(0.0,), allowed=(1,))
    wish = Wish(alpha=0.05, coming=nobody, checked=0.0)

    waiting = what_if(history(), wish, certifying=above_half, seed=1).queue[0].waiting

    assert waiting.middle == pytest.approx(60 * 0.625, abs=2)


def test_a_stricter_promise_lets_ai_do_less():
    many = history(verified=3_000)
    loose = Wish(alpha=0.10, coming=FULL_WEEK)

    both = beside(many, today=loose, then=replace(loose, alpha=0.01), certifying=certifying, seed=1)

    assert both.today.alone.value == pytest.approx(0.4345)
    assert both.then.threshold is None
    assert both.then.alone == both.then.errors == Estimate(value=0.0, low=0.0, high=0.0)


def test_without_a_promise_or_a_verified_case_ai_finishes_nothing():
    no_cases = history(verified=0)

    for past, alpha in ((history(), None), (no_cases, 0.05)):
        found = what_if(past, Wish(alpha=alpha, coming=FULL_WEEK), certifying=certifying, seed=1)
        assert (found.threshold, found.alone.value, found.saved.value) == (None, 0.0, 0.0)
        assert len(found.queue) == 7


def test_of_a_process_that_saw_nothing_nothing_is_said():
    empty = history(verified=0, arrivals_a_day=0)
    empty = replace(empty, claimed_minutes=np.zeros(0))

    found = what_if(empty, Wish(alpha=0.05, coming=FULL_WEEK), certifying=certifying, seed=1)

    assert found.queue == ()
    assert found.outlook.meaning is Meaning.UNKNOWN


def test_one_verified_case_and_all_wrong_say_no_more_than_they_can():
    one = what_if(
        history(verified=1), Wish(alpha=0.5, coming=FULL_WEEK), certifying=above_half, seed=1
    )
    wrong = replace(history(), wrong=np.ones(600, dtype=bool))
    all_wrong = what_if(wrong, Wish(alpha=0.5, coming=FULL_WEEK), certifying=certifying, seed=1)

    assert one.alone.low < 0.2 < 0.74 < one.alone.high
    assert all_wrong.threshold is None


def test_the_same_seed_paints_the_same_picture():
    wish = Wish(alpha=0.05, coming=FULL_WEEK)

    one, two = (what_if(history(), wish, certifying=above_half, seed=4) for _ in range(2))

    assert one == two
    assert one != what_if(history(), wish, certifying=above_half, seed=5)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (lambda: replace(history(), sure=np.full(600, np.nan)), "from 0 to 1"),
        (lambda: replace(history(), minutes=np.zeros(600)), "more than 0 minutes"),
        (lambda: replace(history(), wrong=np.zeros(3, dtype=bool)), "Each verified case"),
        (lambda: replace(history(), until=MONDAY - 9), "a day that is over"),
        (lambda: Wish(alpha=0.0, coming=FULL_WEEK), "between 0 and 1"),
        (lambda: Wish(alpha=0.1, coming=FULL_WEEK, checked=float("nan")), "from 0 to 1"),
    ],
)
def test_a_past_or_a_wish_that_makes_no_sense_is_refused(broken, sentence):
    with pytest.raises(ValueError, match=sentence):
        broken()
