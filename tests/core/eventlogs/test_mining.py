"""What a log shows: who follows whom, ways through, repetition, waiting, hand-overs."""

import json

import pytest

from samspil.core.eventlogs.candidates import Hint, candidates_of
from samspil.core.eventlogs.choosing import shown_of
from samspil.core.eventlogs.facts import HandOver, Spread, packed, unpacked
from samspil.core.eventlogs.mining import facts_of
from tests.core.eventlogs.logs import log_of

HOUR = 3600.0


def arrows(facts):
    return {
        facts.steps[one.source].name + facts.steps[one.target].name: one.n for one in facts.arrows
    }


def step(facts, name):
    return next(one for one in facts.steps if one.name == name)


def test_what_follows_what_is_counted_within_a_case_only():
    facts = facts_of(log_of("abc", "abc", "ac"))

    assert arrows(facts) == {"ab": 2, "bc": 2, "ac": 1}
    assert (facts.events, facts.cases) == (8, 3)
    assert [(one.first, one.last) for one in facts.steps] == [(3, 0), (0, 0), (0, 3)]


def test_ways_through_are_told_with_the_most_frequent_first():
    facts = facts_of(log_of("ac", "abc", "abc"))

    names = ["".join(facts.steps[one].name for one in way.steps) for way in facts.variants]
    assert [(name, way.cases) for name, way in zip(names, facts.variants, strict=True)] == [
        ("abc", 2), ("ac", 1),
    ]  # fmt: skip
    assert facts.variants[0].time == Spread(median=2 * HOUR, most=2 * HOUR)


def test_again_at_once_is_repetition_and_after_others_is_rework():
    facts = facts_of(log_of("aab", "aba", "abc"))

    assert (step(facts, "a").repeats, step(facts, "a").returns) == (1, 1)
    assert step(facts, "a").again == 2
    assert facts.same_again == 2


def test_waiting_is_the_time_since_the_step_before():
    facts = facts_of(log_of("ab", "ab", hours=5))

    assert step(facts, "a").wait is None
    assert step(facts, "b").wait == Spread(median=5 * HOUR, most=5 * HOUR)
    assert step(facts, "b").waited == 10 * HOUR


def test_a_case_of_one_event_and_a_log_of_one_case():
    facts = facts_of(log_of("a"))

    assert (facts.cases, facts.arrow_kinds, facts.variant_kinds) == (1, 0, 1)
    assert facts.time == Spread(median=0, most=0)
    assert candidates_of(facts) == ()
    assert shown_of(facts, percent=100).steps == (0,)


def test_facts_come_back_from_json_as_they_were():
    facts = facts_of(log_of("aab", "abc", people=["x/g", "y/h"] * 3))

    assert unpacked(json.loads(json.dumps(packed(facts)))) == facts


def test_lr8_hand_overs_of_fewer_than_five_people_are_never_told():
    few = facts_of(log_of(*["ab"] * 20, people=["ann/x", "bob/y"] * 20))

    assert (few.known, few.handed, few.hand_overs) == (None, None, ())
    assert [one.handed for one in few.arrows] == [None]


def test_lr8_hand_overs_of_many_are_told_and_names_of_people_are_nowhere():
    people = [f"person {n % 7}/{'sales' if n % 2 else 'service'}" for n in range(0, 60, 3)]
    both = [who for one in people for who in (one, one.replace("person", "other"))]
    facts = facts_of(log_of(*["ab"] * 20, people=both))

    assert (facts.known, facts.handed) == (20, 20)
    assert "person" not in json.dumps(packed(facts))


def test_hand_overs_between_groups_of_five_are_counted():
    first = [f"p{n}/sales" for n in range(6)]
    second = [f"q{n}/service" for n in range(6)]
    pairs = [who for n in range(12) for who in (first[n % 6], second[n % 6])]

    facts = facts_of(log_of(*["ab"] * 12, people=pairs))

    assert facts.hand_overs == (HandOver(source="sales", target="service", n=12),)


def test_lr8_a_group_of_few_is_never_named():
    first = [f"p{n}/sales" for n in range(6)]
    pairs = [who for n in range(12) for who in (first[n % 6], "boss/management")]

    facts = facts_of(log_of(*["ab"] * 12, people=pairs))

    assert facts.hand_overs == ()


def test_a_candidate_says_why_with_its_figures():
    facts = facts_of(log_of(*["abbc"] * 15, *["abc"] * 15, hours=48))

    (found, *_others) = [one for one in candidates_of(facts) if one.step.name == "b"]

    said = {one.hint: one for one in found.reasons}
    assert set(said) == {Hint.OFTEN, Hint.SLOW, Hint.AGAIN}
    assert said[Hint.AGAIN].share == pytest.approx(0.5)
    assert said[Hint.SLOW].time == 48 * HOUR
    assert found.variants == 1.0


def test_what_is_seldom_or_has_one_sign_only_is_no_candidate():
    assert candidates_of(facts_of(log_of(*["ab"] * 10))) == ()


def test_no_step_shown_hangs_alone():
    facts = facts_of(log_of(*["abcd"] * 50, "aed", "azd"))

    shown = shown_of(facts, percent=100)
    little = shown_of(facts, percent=10)

    joined = {one for arrow in shown.arrows for one in (arrow.source, arrow.target)}
    assert joined == set(shown.steps) == set(range(6))
    assert len(little.steps) < 6


def test_however_little_is_shown_cases_begin_and_end():
    facts = facts_of(log_of(*["axxxz"] * 9, "bxxxc"))

    shown = shown_of(facts, percent=10)

    assert {facts.steps[one].name for one in shown.steps} == {"a", "x", "z"}
