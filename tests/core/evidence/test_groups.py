"""Promises by group: all kept at once, and none for what nobody can know."""

from dataclasses import replace

import numpy as np
import pytest

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.climbing import Climb, Gap, Plan, missing
from samspil.core.evidence.groups import (
    Grouped,
    GroupsBy,
    cases_missing,
    certify_groups,
    group_of,
    hidden_by,
)
from samspil.core.evidence.verified import NOTHING, Verified
from samspil.core.reins import Reins
from tests.core.evidence.test_certificate import TWO_IN_100, answers, without_error
from tests.core.evidence.test_ladder import DAY, HOUR, MONDAY, standing


def together(*parts: Verified) -> Verified:
    return Verified(
        sure=np.concatenate([part.sure for part in parts]),
        wrong=np.concatenate([part.wrong for part in parts]),
    )


def groups(**sizes: int) -> list[str]:
    return [name for name, n in sizes.items() for _ in range(n)]


def always_wrong(n: int) -> Verified:
    return Verified(sure=np.linspace(0.5, 0.99, n), wrong=np.ones(n, dtype=bool))


def certified(verified: Verified, names: list[str], *, times: int = 1) -> Grouped:
    return certify_groups(
        verified, names, earlier=without_error(500), promise=TWO_IN_100, times=times
    )


def test_groups_have_promises_of_their_own_and_a_weak_one_gets_nothing():
    verified = together(without_error(600), answers(600, seed=7, honest=False))

    found = certified(verified, groups(da=600, de=600))

    assert found.groups["da"].share > 0.9
    assert found.groups["de"].threshold is None
    assert found.groups["da"].promise == Promise(alpha=0.02, delta=0.025)
    assert found.proved
    assert (found.cases, found.above) == (1_200, found.groups["da"].above)


def test_a_group_of_ten_cases_gets_nothing_and_takes_no_part_of_the_chance():
    found = certified(together(without_error(600), without_error(10)), groups(da=600, en=10))

    assert found.groups["en"].threshold is None
    assert found.groups["en"].cases == 10
    assert found.groups["da"].promise.delta == TWO_IN_100.delta
    assert found.groups["en"].promise.delta == TWO_IN_100.delta / 2


def test_only_so_many_groups_share_as_have_cases_enough_for_their_part():
    found = certified(without_error(580), groups(da=200, de=190, en=190))

    proved = {name: one.promise.delta for name, one in found.groups.items()}
    assert proved == {"da": 0.025, "de": 0.025, "en": 0.05 / 3}


@pytest.mark.parametrize("names", [groups(da=300), [""] * 300, groups(da=150, de=150)])
def test_never_more_than_one_promise_for_all_would_give(names):
    verified = together(without_error(150), always_wrong(150))

    found = certified(verified, names)

    assert all(one.wrong <= 0.02 * one.above for one in found.groups.values())


def test_cases_of_no_known_group_count_for_none():
    found = certified(without_error(600), [""] * 600)

    assert (found.proved, found.cases, found.groups) == (False, 0, {})


def test_all_answers_of_one_kind_prove_nothing_and_break_nothing():
    sure = Verified(sure=np.full(400, 0.8), wrong=np.zeros(400, dtype=bool))

    assert certified(sure, groups(da=400)).groups["da"].wrong == 0
    assert not certified(always_wrong(400), groups(da=400)).proved
    assert not certified(NOTHING, []).proved


def test_contradicting_verdicts_on_the_same_answers_prove_nothing():
    half = Verified(sure=np.full(600, 0.9), wrong=np.arange(600) % 2 == 0)

    assert not certified(half, groups(da=600)).proved


def test_after_two_falls_each_group_takes_twice_the_cases():
    verified, names = without_error(250), groups(da=250)

    assert certified(verified, names).proved
    assert not certified(verified, names, times=2).proved


def test_all_promises_are_kept_at_once_as_often_as_promised():
    chance = np.random.default_rng(11)
    sure = np.round(chance.random(300_000), 2)
    names = np.where(chance.random(300_000) < 0.5, "da", "de")
    wrong = chance.random(300_000) > np.where(names == "da", sure, 0.975)
    broken = 0
    for draw in range(200):
        chosen = np.random.default_rng(draw).integers(0, len(sure), 1_500)
        found = certify_groups(
            Verified(sure=sure[chosen], wrong=wrong[chosen]),
            names[chosen].tolist(),
            earlier=NOTHING,
            promise=Promise(alpha=0.025),
        )
        broken += any(
            one.threshold is not None
            and wrong[(names == name) & (sure > one.threshold)].mean() > 0.025
            for name, one in found.groups.items()
        )

    assert broken <= 18, "one in twenty, and what chance adds to 200 draws"


def test_a_weak_group_under_one_promise_for_all_is_found():
    weak = Verified(sure=np.linspace(0.5, 0.99, 60), wrong=np.arange(60) % 10 == 0)
    verified, names = together(without_error(2_000), weak), groups(da=2_000, de=60, en=0)
    whole = certify(verified, earlier=without_error(500), promise=TWO_IN_100)

    hidden = hidden_by(whole, verified, names)

    assert whole.share > 0.9
    assert hidden["de"].weak
    assert hidden["de"].at_most > 0.1
    assert (hidden["da"].weak, hidden["da"].open) == (False, False)


def test_a_small_group_is_open_not_weak():
    verified, names = without_error(1_010), groups(da=1_000, de=10)
    whole = certify(verified, earlier=without_error(500), promise=TWO_IN_100)

    hidden = hidden_by(whole, verified, names)["de"]

    assert (hidden.weak, hidden.open, hidden.wrong) == (False, True, 0)


def test_without_a_limit_for_all_nothing_is_hidden_by_it():
    whole = certify(without_error(10), earlier=NOTHING, promise=TWO_IN_100)

    assert hidden_by(whole, without_error(10), groups(da=10)) == {}


def test_what_is_missing_is_told_of_each_group():
    verified = together(without_error(2_000), without_error(10), always_wrong(300))
    names = groups(da=2_000, en=10, de=300)
    found = certified(verified, names)

    told = cases_missing(found, verified, names, earlier=without_error(500), share=0.7)

    assert told["da"] == 0
    assert (told["en"] or 0) > 100
    assert told["de"] is None


@pytest.mark.parametrize(
    ("by", "expected"),
    [(GroupsBy.PROCESS, ""), (GroupsBy.LANGUAGE, "da"), (GroupsBy.TOPIC, "refund")],
)
def test_a_case_has_the_group_of_its_language_or_topic(by, expected):
    assert group_of(by, topic="refund", language="da") == expected


def test_a_group_that_was_unknown_when_it_was_signed_has_no_limit():
    reins = Reins(limits={"da": 0.8}, groups_by=GroupsBy.LANGUAGE)

    assert reins.limit_of("refund", "da") == 0.8
    assert reins.limit_of("refund", "de") is None
    assert reins.limit_of("refund", "") is None
    assert reins.sure_enough(0.9, topic="refund", language="da")
    assert not reins.sure_enough(1.0, topic="refund", language="de")
    assert not reins.sure_enough(0.8, topic="refund", language="da")


PLAN = Plan(promise=TWO_IN_100)


def gaps(found: Grouped) -> list[tuple[Gap, int]]:
    wish = Climb(at=MONDAY + DAY, certificate=found, first_case_at=MONDAY + HOUR, signed_by="Freja")
    told = missing(standing(Autonomy.CAREFUL), wish, plan=PLAN)
    return [(one.gap, one.count) for one in told]


def test_one_group_that_passes_is_enough_for_the_step():
    verified = together(without_error(600), always_wrong(600))

    assert gaps(certified(verified, groups(da=600, de=600))) == []


def test_many_small_groups_are_not_enough_and_it_is_said_what_the_largest_takes():
    found = certified(without_error(600), groups(da=100, de=100, en=100, fr=100, sv=100, pl=100))

    assert gaps(found) == [(Gap.GROUP_CASES, 49), (Gap.GROUP_PROOF, 0)]


def test_a_laxer_promise_by_group_does_not_raise():
    found = certified(without_error(600), groups(da=600))

    laxer = replace(found, promise=Promise(alpha=0.05))

    assert gaps(laxer) == [(Gap.GROUP_PROOF, 0)]
