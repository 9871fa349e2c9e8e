import json
from dataclasses import asdict, replace
from math import nan

import numpy as np
import pytest

from samspil.core.evidence.watching import (
    BETS,
    MOST,
    TRUST,
    Reason,
    Watch,
    Watched,
    check,
    height,
    watch_errors,
    watch_unsure,
)


def errors_watched() -> Watch:
    return watch_errors(alpha=0.02, checks_a_quarter=100)


def after(watch: Watch, found: list[bool], *, weight: float = 1.0) -> Watch:
    for one in found:
        watch = check(watch, found=one, weight=weight)
    return watch


def test_nothing_checked_sounds_no_alarm():
    watch = errors_watched()

    assert not watch.alarm
    assert watch.reason is Reason.NOTHING_YET
    assert watch.words() == "Nothing has been checked yet, so nothing is known."


def test_one_wrong_case_sounds_no_alarm():
    watch = after(errors_watched(), [True])

    assert not watch.alarm
    assert watch.words() == "Found in 1 of 1 checks; up to 2 in 100 are allowed. No alarm."


def test_four_wrong_cases_one_after_the_other_sound_the_alarm_and_say_why():
    watch = after(errors_watched(), [True] * 4)

    assert watch.alarm_after == 4
    assert watch.words() == (
        "4 of the last 4 checked cases were wrong; up to 2 in 100 are allowed."
    )


def test_no_error_in_ten_thousand_checks_sounds_no_alarm():
    watch = after(errors_watched(), [False] * 10_000)

    assert not watch.alarm
    assert (watch.checks, watch.found, watch.recent) == (10_000, 0, 0)


def test_an_alarm_goes_on_sounding_after_right_cases_and_keeps_its_reason():
    sounded = after(errors_watched(), [False] * 50 + [True] * 5)
    watch = after(sounded, [False] * 5_000)

    assert watch.alarm_after == sounded.alarm_after
    assert watch.words() == sounded.words()


def test_a_slow_decline_is_told_by_all_checks():
    watch = errors_watched()
    watch = after(watch, ([False] * 29 + [True]) * 150)

    assert watch.reason is Reason.WRONG_THROUGHOUT
    assert watch.words() == (
        "150 of all 4500 checked cases were wrong; up to 2 in 100 are allowed."
    )


def test_the_same_checks_in_the_same_order_give_the_same_watch():
    found = [bool(one) for one in np.random.default_rng(1).random(300) < 0.02]

    assert after(errors_watched(), found) == after(errors_watched(), found)


def test_winnings_stop_at_a_number_that_can_be_kept():
    watch = after(errors_watched(), [True] * 1_000)

    assert watch.winnings == (MOST,) * len(BETS)


def test_a_watch_survives_being_written_down():
    watch = after(errors_watched(), [False, True, False, True])
    read = json.loads(json.dumps(asdict(watch)))

    kept = Watch(**{**read, "winnings": tuple(read["winnings"])})

    assert after(kept, [True]) == after(watch, [True])


def test_a_case_likelier_to_be_checked_counts_for_less():
    always = after(errors_watched(), [True])
    seldom = after(errors_watched(), [True], weight=0.25)

    assert 0 < seldom.height_reached < always.height_reached


@pytest.mark.parametrize("weight", [0, -1, 1.01, nan])
def test_a_weight_that_is_no_share_is_refused(weight: float):
    with pytest.raises(ValueError, match="weight of a check"):
        check(errors_watched(), found=True, weight=weight)


@pytest.mark.parametrize("limit", [0, -0.1, 1, 1.1, nan])
def test_a_limit_that_is_no_share_is_refused(limit: float):
    with pytest.raises(ValueError, match="limit above 0"):
        watch_errors(alpha=limit, checks_a_quarter=10)


def test_the_alarm_hangs_at_ten_quarters_of_checks_and_never_low():
    assert height(0) == 2_000
    assert height(200) == 2_000
    assert height(750) == 7_500
    with pytest.raises(ValueError, match="checks a quarter"):
        height(nan)
    with pytest.raises(ValueError, match="too often"):
        Watch(watched=Watched.WRONG, limit=0.02, height=10)


def test_three_points_more_of_unsure_cases_are_borne():
    watch = watch_unsure(unsure=3_000, of=10_000, cases_a_quarter=6_000)

    assert watch.limit == pytest.approx(0.33)
    assert watch.height == 60_000


def test_a_few_cases_leave_open_how_many_unsure_ones_to_expect():
    watch = watch_unsure(unsure=18, of=60, cases_a_quarter=100)

    assert 0.40 < watch.limit < 0.42


def test_without_earlier_cases_unsure_ones_cannot_be_watched():
    with pytest.raises(ValueError, match="Without earlier cases"):
        watch_unsure(unsure=0, of=0, cases_a_quarter=100)


def test_where_ai_is_sure_of_a_few_only_its_being_unsure_of_all_is_noticed():
    watch = watch_unsure(unsure=9_850, of=10_000, cases_a_quarter=200)

    assert watch.limit == pytest.approx(0.9925)
    assert after(watch, [True] * 20_000).alarm


def test_where_ai_was_always_unsure_there_is_no_lone_work_to_watch():
    with pytest.raises(ValueError, match="limit above 0 and below 1"):
        watch_unsure(unsure=100, of=100, cases_a_quarter=100)


def test_cases_that_have_changed_sound_the_alarm_without_anybody_looking():
    watch = watch_unsure(unsure=3_000, of=10_000, cases_a_quarter=200)
    watch = after(watch, [True, True, True, False] * 30)

    assert watch.alarm
    assert watch.words().startswith("AI was unsure of ")
    assert watch.words().endswith("The cases have changed.")


def winnings(share: float, *, seed: int, weights: tuple[float, ...] = (1.0,)) -> list[Watch]:
    """Four hundred watches over 150 checks, where this share is wrong."""
    chance = np.random.default_rng(seed)
    watches = []
    for _ in range(400):
        watch = errors_watched()
        for place in range(150):
            weight = weights[place % len(weights)]
            watch = check(watch, found=bool(chance.random() < share), weight=weight)
        watches.append(watch)
    return watches


@pytest.mark.parametrize("weights", [(1.0,), (1.0, 0.1, 0.5)])
def test_false_alarms_are_rarer_than_checks_by_the_height(weights: tuple[float, ...]):
    alarms = sum(watch.alarm for watch in winnings(0.02, seed=3, weights=weights))

    assert alarms / 400 <= 150 / 2_000


def test_what_is_staked_adds_up_to_one():
    assert sum(TRUST) == pytest.approx(1)


def test_what_is_told_of_all_checks_counts_all_of_them():
    watch = watch_errors(alpha=0.5, checks_a_quarter=0)
    for found in (True, False, False, False, True):
        watch = check(watch, found=found)
    sounding = replace(watch, alarm_after=5)

    assert watch.recent < watch.checks
    assert sounding.reason is Reason.WRONG_THROUGHOUT
    assert sounding.told == (2, 5)
