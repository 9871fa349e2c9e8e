"""Who judges before AI's answer is seen, and when somebody else looks too."""

import pytest

from samspil.core.evidence.learning import in_lane
from samspil.core.judging import NEVER, Judging, Lots, judging_of, needs_second_look
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import BY_HABIT, FLOORS, Reason

SEED = b"kept"
ALWAYS = Lots(share=1.0, seed=SEED)
KEYS = [f"case {number}" for number in range(2_000)]


def judging(reason=Reason.PERSON_DECIDES, *, route=Route.TOGETHER, proposed=True, lots=ALWAYS):
    return judging_of("one", reason=reason, route=route, proposed=proposed, lots=lots)


def test_the_same_case_gets_the_same_lot_and_a_larger_share_keeps_what_a_smaller_drew():
    few, many = Lots(share=0.2, seed=SEED), Lots(share=0.4, seed=SEED)
    drawn = [key for key in KEYS if few.draw(key)]

    assert drawn == [key for key in KEYS if few.draw(key)]
    assert all(many.draw(key) for key in drawn)
    assert 320 < len(drawn) < 480


def test_a_share_of_nothing_draws_nobody_and_of_all_everybody():
    assert not any(Lots(share=0.0, seed=SEED).draw(key) for key in KEYS)
    assert all(ALWAYS.draw(key) for key in KEYS)
    assert not any(NEVER.draw(key) for key in KEYS)


def test_these_lots_have_nothing_to_do_with_those_of_the_random_lane():
    lots = Lots(share=0.5, seed=SEED)
    both = sum(lots.draw(key) and in_lane(key, seed=SEED, share=0.5) for key in KEYS)

    assert 430 < both < 570


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_that_is_none_is_refused_or_draws_nobody(share):
    lots = Lots(share=share, seed=SEED)
    if share > 0:
        with pytest.raises(ValueError, match="from 0 to 1"):
            lots.draw("one")
    else:
        assert not lots.draw("one")


@pytest.mark.parametrize("reason", sorted(set(Reason) - BY_HABIT - FLOORS))
def test_what_a_hard_rule_claims_nobody_has_to_judge_first(reason):
    assert judging(reason, route=Route.PERSON) is Judging.OPEN


@pytest.mark.parametrize("reason", [Reason.CERTIFIED, Reason.SPOT_CHECK])
def test_what_ai_has_answered_already_is_not_judged_first(reason):
    assert judging(reason, route=Route.ALONE) is Judging.OPEN


def test_where_ai_proposed_nothing_there_is_nothing_to_hide():
    assert judging(proposed=False) is Judging.OPEN
    assert judging(Reason.STEPPED_BACK, route=Route.PERSON, proposed=False) is Judging.OPEN


def test_where_ai_has_stepped_back_a_person_decides_without_it_whatever_the_lots():
    for lots in (ALWAYS, NEVER):
        assert judging(Reason.STEPPED_BACK, route=Route.PERSON, lots=lots) is Judging.WITHOUT
        assert judging(Reason.MONEY, route=Route.PERSON, lots=lots) is Judging.WITHOUT


def test_the_others_are_judged_first_by_lot():
    assert judging() is Judging.FIRST
    assert judging(Reason.MONEY) is Judging.FIRST
    assert judging(lots=NEVER) is Judging.OPEN


def test_a_second_person_looks_only_where_both_disagree_and_neither_is_sure():
    assert needs_second_look(agree=False, sure=None, alpha=0.02)
    assert needs_second_look(agree=False, sure=0.979, alpha=0.02)
    assert not needs_second_look(agree=False, sure=0.98, alpha=0.02)
    assert not needs_second_look(agree=True, sure=None, alpha=0.02)
