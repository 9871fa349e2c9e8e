"""What is drawn, how long it took, which answers are the same, who does it, what falls out."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route
from samspil.core.parallel_runs.answers import Answer, Choice, Right, right_by, rights, same
from samspil.core.parallel_runs.drawing import (
    NO_RUN,
    Lots,
    may_be_drawn,
    old_way_comes_first,
)
from samspil.core.parallel_runs.falling_out import Gone, Meanwhile, gone
from samspil.core.parallel_runs.minutes import Sign, Spent, spent
from samspil.core.parallel_runs.people import Lack, lack_of, may_take
from samspil.core.parallel_runs.stages import End, end_of
from samspil.core.routing import HARD_RULES, Facts, Reason, route
from samspil.core.skill import Option, Proposal

SEED = bytes(range(32))
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


def test_the_same_seed_draws_the_same_cases_and_about_the_share_that_was_said():
    lots = Lots(run=1, share=0.25, seed=SEED, left=None)

    drawn = [number for number in range(4_000) if lots.draw(str(number))]

    assert drawn == [number for number in range(4_000) if lots.draw(str(number))]
    assert 900 < len(drawn) < 1_100
    assert drawn != [n for n in range(4_000) if Lots(share=0.25, seed=SEED[::-1]).draw(str(n))]
    assert not any(NO_RUN.draw(str(number)) for number in range(50))


def test_no_more_are_drawn_than_were_agreed():
    lots = Lots(run=1, share=1.0, seed=SEED, left=2)

    assert [lots.allow(drawn) for drawn in range(4)] == [True, True, False, False]
    assert Lots(run=1, share=1.0, seed=SEED, left=None).allow(10_000)


def test_each_of_two_answers_is_shown_first_as_often():
    first = sum(old_way_comes_first(str(number), seed=SEED) for number in range(2_000))

    assert 900 < first < 1_100


def test_only_what_ai_would_have_a_part_in_goes_both_ways():
    assert may_be_drawn(Reason.PARALLEL, round_=1, proposed=True)
    assert may_be_drawn(Reason.MONEY, round_=1, proposed=True)
    assert not may_be_drawn(Reason.PARALLEL, round_=2, proposed=True)
    assert not may_be_drawn(Reason.PARALLEL, round_=1, proposed=False)
    assert not any(may_be_drawn(rule.reason, round_=1, proposed=True) for rule in HARD_RULES)


@pytest.mark.parametrize("model", sorted(MODELS))
@pytest.mark.parametrize("limit", [None, 0.0])
def test_what_goes_both_ways_ai_never_finishes_alone_whatever_it_proved(model, limit):
    sure = Proposal(options=(Option(result="refund", confidence=0.99),), evidence=(), language="en")
    facts = Facts(proposal=sure, model=MODELS[model], limit=limit, reply_ready=True, parallel=True)

    way = route(facts)

    assert (way.route, way.reason, way.sorted_alone) == (Route.PERSON, Reason.PARALLEL, False)


def test_answers_are_the_same_by_topic_and_by_whether_anything_was_answered():
    old = Answer(topic="refund", text="You get it back.")

    assert same(old, Answer(topic="refund", text="We pay you back."), replies=False)
    assert not same(old, Answer(topic="refund", text="We pay you back."), replies=True)
    assert same(old, Answer(topic="refund", text=" You  get it back.\n"), replies=True)
    assert not same(old, Answer(topic="refund", text="  "), replies=False)
    assert not same(old, Answer(topic="delivery", text=old.text), replies=False)


@pytest.mark.parametrize(
    ("choice", "old_first", "right"),
    [
        (Choice.A, True, Right.OLD), (Choice.A, False, Right.NEW), (Choice.B, True, Right.NEW),
        (Choice.B, False, Right.OLD), (Choice.BOTH, True, Right.BOTH),
        (Choice.NEITHER, False, Right.NEITHER),
    ],
)  # fmt: skip
def test_a_and_b_are_turned_back_into_ways(choice, old_first, right):
    assert right_by(choice, old_first=old_first) is right
    assert rights(right) == (right in ("old", "both"), right in ("new", "both"))


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def test_time_counts_while_a_case_is_in_hand_and_long_pauses_count_for_less():
    straight = [(at(0), Sign.OPENED), (at(7), Sign.LEFT)]
    twice = [*straight, (at(100), Sign.OTHER), (at(200), Sign.OPENED), (at(203), Sign.LEFT)]
    lunch = [(at(0), Sign.OPENED), (at(10), Sign.OTHER), (at(90), Sign.LEFT)]

    assert spent(straight, idle=HALF_AN_HOUR) == Spent(seconds=420)
    assert spent(twice, idle=HALF_AN_HOUR) == Spent(seconds=600)
    assert spent(lunch, idle=HALF_AN_HOUR) == Spent(seconds=40 * 60, capped=True)
    assert spent([], idle=HALF_AN_HOUR) == Spent(seconds=0)
    backwards = [(at(5), Sign.OPENED), (at(0), Sign.LEFT)]
    assert spent(backwards, idle=HALF_AN_HOUR) == Spent(seconds=0)


@pytest.mark.parametrize(
    ("old", "new", "settles", "lack"),
    [
        ({1}, {2}, {3}, None),
        ({1, 2, 3}, {1, 2, 3}, {1, 2, 3}, None),
        ({1, 2}, {1, 2}, {1, 2}, Lack.TOO_FEW),
        ({1}, {1}, {2, 3}, Lack.TOO_FEW),
        ({1, 2}, {3}, {3}, Lack.TOO_FEW),
        ({1}, set(), {2}, Lack.NOBODY_NEW),
        ({1}, {2}, set(), Lack.NOBODY_SETTLES),
        (set(), {2}, {3}, Lack.NOBODY_OLD),
    ],
)
def test_it_takes_three_different_people_for_one_case(old, new, settles, lack):
    assert lack_of(old, new, settles) is lack


def test_nobody_has_the_same_case_in_hand_twice():
    assert may_take(7, before={3, 4})
    assert not may_take(3, before={3, 4})


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (Meanwhile(compared=False, decided=False), None),
        (Meanwhile(compared=False, decided=True, closed=True), None),
        (Meanwhile(compared=True, decided=True, later_round=True, routed_anew=True), None),
        (Meanwhile(compared=False, decided=True, topic=False, closed=True), Gone.UNANSWERED),
        (Meanwhile(compared=False, decided=False, closed=True), Gone.UNANSWERED),
        (Meanwhile(compared=False, decided=False, closed=True, merged=True), Gone.MERGED),
        (Meanwhile(compared=False, decided=False, routed_anew=True), Gone.ANSWER_SEEN),
        (Meanwhile(compared=False, decided=True, later_round=True), Gone.WENT_ON),
        (Meanwhile(compared=True, decided=False), Gone.TAKEN_BACK),
        (Meanwhile(compared=True, decided=True, emptied=True), Gone.EMPTIED),
    ],
)
def test_what_can_no_longer_be_compared_falls_out_for_a_reason(now, why):
    assert gone(now) is why


@pytest.mark.parametrize(
    ("drawn", "most", "until", "why"),
    [
        (4, 5, None, None), (5, 5, None, End.CASES), (0, None, date(2026, 3, 1), End.DAY),
        (0, None, date(2026, 3, 2), None), (5, 5, date(2026, 3, 1), End.CASES),
    ],
)  # fmt: skip
def test_a_run_ends_with_its_last_case_or_after_its_last_day(drawn, most, until, why):
    assert end_of(drawn=drawn, most=most, until=until, today=date(2026, 3, 2)) is why
