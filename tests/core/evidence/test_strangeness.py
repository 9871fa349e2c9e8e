from collections.abc import Sequence

import numpy as np
import pytest

from samspil.core.evidence.strangeness import (
    TAILS,
    TailWatch,
    check_tails,
    nearest,
    tails_of,
    watch_tails,
)
from samspil.core.evidence.watching import LEAST_HEIGHT, Reason, Watch, check, watch_unsure


def spread(many: int) -> list[float]:
    """As many different surenesses, evenly from nearly 0 to nearly 1."""
    return [(place + 0.5) / many for place in range(many)]


def watched(proof: Sequence[float], *, below: float = 0.66) -> tuple[TailWatch, ...]:
    return watch_tails(tails_of(proof), below=below, cases_a_quarter=100)


def cases_to_alarm(watches: tuple[TailWatch, ...], coming: Sequence[float]) -> int | None:
    for place, sureness in enumerate(coming):
        watches = check_tails(watches, sureness)
        found = nearest(watches)
        assert found is not None
        if found.alarm:
            return place + 1
    return None


def with_new_kinds(chance: np.random.Generator, many: int) -> list[float]:
    """A fifth of what comes is new: AI is as unsure of it as it was of its worst twentieth."""
    usual, strange = chance.random(many), 0.05 * chance.random(many)
    return list(np.where(chance.random(many) < 0.2, strange, usual))


def test_tails_say_how_many_cases_lie_in_them():
    tails = tails_of(spread(1_000))

    assert [tail.found for tail in tails] == [51, 101, 201, 401]
    assert [tail.sure for tail in tails] == [spread(1_000)[place] for place in (50, 100, 200, 400)]


def test_of_no_cases_there_are_no_tails():
    assert tails_of([]) == ()


def test_where_ai_is_equally_sure_of_everything_nothing_is_a_tail():
    assert tails_of([0.9] * 300) == ()


def test_surenesses_that_are_the_same_make_one_tail_with_all_of_them():
    tails = tails_of([0.1] * 30 + spread(70))

    assert [tail.sure for tail in tails] == sorted({tail.sure for tail in tails})
    assert tails[-1].found >= 30


def test_only_tails_under_the_limit_are_watched():
    proof = spread(1_000)

    assert [round(one.sure, 1) for one in watched(proof, below=0.15)] == [0.1, 0.1]
    assert watched(proof, below=0.0) == ()
    assert nearest(()) is None


def test_ten_cases_can_be_watched_and_bear_much():
    watches = watched(spread(10))

    assert all(0.3 < one.watch.limit < 1 for one in watches)


def test_all_watches_together_sound_as_seldom_as_one():
    watches = watched(spread(1_000))

    assert len(watches) == len(TAILS)
    assert {one.watch.height for one in watches} == {len(TAILS) * LEAST_HEIGHT}


@pytest.mark.parametrize("many", [60, 300, 1_500])
def test_more_of_the_same_seldom_sounds_an_alarm(many: int):
    """In at most one of twenty lives of a thousand cases, as is asked of every watch."""
    alarms = 0
    for seed in range(100):
        chance = np.random.default_rng(seed)
        proof, coming = list(chance.random(many)), list(chance.random(1_000))
        alarms += cases_to_alarm(watched(proof), coming) is not None

    assert alarms <= 5


def test_new_kinds_of_cases_are_noticed_long_before_ai_is_unsure_of_clearly_more():
    soon, late = [], []
    for seed in range(20):
        chance = np.random.default_rng(seed)
        proof, coming = spread(500), with_new_kinds(chance, 3_000)
        soon.append(cases_to_alarm(watched(proof), coming) or len(coming))
        unsure = watch_unsure(unsure=330, of=500, cases_a_quarter=100)
        late.append(_unsure_to_alarm(unsure, coming))

    assert np.median(soon) < 150
    assert np.median(soon) < np.median(late) / 3


def _unsure_to_alarm(watch: Watch, coming: Sequence[float]) -> int:
    for sureness in coming:
        watch = check(watch, found=sureness <= 0.66)
    return watch.alarm_after or len(coming)


def test_an_alarm_says_what_came():
    watches = watched(spread(1_000))
    for _ in range(7):
        watches = check_tails(watches, 0.01)
    found = nearest(watches)

    assert found is not None
    assert found.reason is Reason.STRANGE_LATELY
    assert found.words().startswith("AI knew hardly anything of 7 of the last 7 cases")


def test_surer_cases_than_ever_sound_no_alarm():
    assert cases_to_alarm(watched(spread(300)), [0.99] * 5_000) is None
