import numpy as np
import pytest

from samspil.core.evidence.binomial import most_errors
from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.overturning import Later, Way, bound_holds, overturned, still_holds
from samspil.core.evidence.verified import NOTHING, Verified
from samspil.core.evidence.watching import (
    Reason,
    after_all,
    after_quiet,
    check,
    watch_errors,
    watch_overturned,
)

TEN = Promise(alpha=0.1)


def later(way: Way, found: str, *, stood: bool = False, replied: bool = True) -> Later:
    return Later(way=way, answer="refund", found=found, stood=stood, replied=replied)


@pytest.mark.parametrize(
    ("one", "wrong"),
    [
        (later(Way.CONTESTED, "invoice"), True),
        (later(Way.CONTESTED, "refund"), False),
        (later(Way.CONTESTED, "refund", stood=True), True),
        (later(Way.CONTESTED, ""), False),
        (later(Way.CONTESTED, "", stood=True), True),
        (later(Way.REOPENED, "invoice"), True),
        (later(Way.REOPENED, "invoice", replied=False), False),
        (later(Way.REOPENED, "refund", stood=True), False),
        (later(Way.REOPENED, "", stood=True), False),
        (later(Way.CORRECTED, "invoice", replied=False), True),
        (later(Way.CORRECTED, "refund", stood=True, replied=False), False),
        (later(Way.CORRECTED, "refund", stood=True), True),
    ],
)
def test_what_a_later_decision_says_of_ais_answer(one, wrong):
    assert overturned(one) is wrong


def verified(*, wrong: int) -> Verified:
    """250 answers; of the least sure so many are wrong."""
    return Verified.of((0.5 + place / 1000, place < wrong) for place in range(250))


def test_a_certificate_holds_while_its_own_test_passes_and_no_longer():
    signed = certify(verified(wrong=0), earlier=NOTHING, promise=TEN)
    threshold = signed.threshold
    assert threshold is not None
    bearable = int(most_errors(np.array([signed.above]), TEN.alpha, TEN.delta)[0])

    def holds(wrong: int) -> bool:
        cases = verified(wrong=wrong)
        return still_holds(cases, earlier=NOTHING, promise=TEN, threshold=threshold)

    assert (holds(0), holds(bearable), holds(bearable + 1)) == (True, True, False)
    assert bound_holds(bearable, signed.above, TEN)
    assert not bound_holds(bearable + 1, signed.above, TEN)


def test_a_quiet_stretch_in_one_step_is_the_same_as_many_steps():
    for begun in (
        watch_errors(alpha=0.02, checks_a_quarter=100),
        check(check(watch_errors(alpha=0.1, checks_a_quarter=9), found=True), found=True),
    ):
        stepped = begun
        for _ in range(30):
            stepped = check(stepped, found=False)
        quick = after_quiet(begun, 30)

        assert quick.winnings == pytest.approx(stepped.winnings)
        assert (quick.checks, quick.found, quick.recent) == (
            stepped.checks, stepped.found, stepped.recent,
        )  # fmt: skip
        assert quick.rise == pytest.approx(stepped.rise)


def test_many_overturned_at_once_sound_the_alarm_and_as_many_as_allowed_do_not():
    begun = watch_overturned(alpha=0.02, height=2_000)

    struck = after_all(begun, [False, True, True, False, True, True])
    calm = after_all(begun, [place % 100 == 50 for place in range(1_000)])

    assert struck.alarm
    assert struck.reason is Reason.OVERTURNED_LATELY
    assert struck.words() == (
        "Of the last 5 cases that AI finished, 4 were found wrong later, without a check; up to 2 "
        "in 100 may be wrong."
    )
    assert (calm.alarm, calm.checks, calm.found) == (False, 1_000, 10)
    assert calm.reason is Reason.FEW_OVERTURNED


def test_the_limit_itself_sounds_hardly_ever():
    """At just the promised share of 2 in 100, all of it complained about: the worst that may be."""
    drawn = np.random.default_rng(7).random((60, 1_000)) < 0.02
    begun = watch_overturned(alpha=0.02, height=5_000)

    alarms = sum(after_all(begun, one.tolist()).alarm for one in drawn)

    assert alarms <= 12
