"""What people and AI said of the same cases, weighed and compared."""

import numpy as np
import pytest

from samspil.core.evidence.beside import Judged, compare_judged, learn_team, shares_of
from samspil.core.evidence.together import FEWEST_LOOKS

TOPICS = ("delivery", "invoice", "return")


def judged(*, decided="delivery", said="delivery", ai="delivery", sure=0.8):
    return Judged(options={ai: sure}, said=said, decided=decided)


def cases(many, *, people=0.9, ai=0.8, seed=3):
    """People and AI err in different cases; AI is less sure where it errs."""
    chance = np.random.default_rng(seed)
    made = []
    for number in range(many):
        decided = TOPICS[number % 3]
        wrong = TOPICS[(number + 1) % 3]
        said = decided if chance.random() < people else wrong
        right = chance.random() < ai
        made.append(
            judged(
                decided=decided,
                said=said,
                ai=decided if right else wrong,
                sure=0.95 if right else 0.5,
            )
        )
    return made


def compared(cases, *, people):
    """The comparison of enough cases, as plain shares."""
    ways = compare_judged(cases, people=people)
    assert ways is not None
    return ways


def test_what_ai_does_not_name_shares_the_rest():
    shares = shares_of([{"delivery": 0.6}, {"delivery": 0.5, "invoice": 0.3}], TOPICS)

    assert shares[0] == pytest.approx([0.6, 0.2, 0.2])
    assert shares[1] == pytest.approx([0.5, 0.3, 0.2])


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"delivery": 1.0},
        {"delivery": 0.9, "invoice": 0.9},
        {"delivery": 0.0},
        {"delivery": -3.0, "invoice": 7.0},
        {"delivery": 0.2, "invoice": 0.2, "return": 0.2},
    ],
)
def test_whatever_ai_says_the_shares_add_up_and_leave_nothing_out(options):
    shares = shares_of([options], TOPICS)

    assert shares.sum() == pytest.approx(1)
    assert (shares > 0).all()


def test_of_too_few_cases_nothing_is_said_and_the_missing_ones_are_counted():
    team = learn_team(cases(FEWEST_LOOKS - 1), topics=TOPICS)

    assert team.word({"delivery": 0.9}, ["invoice"]) is None
    assert team.missing == 1
    assert compare_judged(cases(FEWEST_LOOKS - 1), people=9) is None


def test_where_both_agree_the_word_is_theirs_and_surer_than_ai_alone():
    team = learn_team(cases(200), topics=TOPICS)
    word = team.word({"delivery": 0.8}, ["delivery"])

    assert word is not None
    assert (word.topic, word.looks) == ("delivery", 200)
    assert word.sure > 0.9


def test_a_second_person_who_agrees_with_the_first_makes_the_word_surer():
    team = learn_team(cases(200), topics=TOPICS)
    options = {"delivery": 0.6}
    one, two = (team.word(options, said) for said in (["invoice"], ["invoice", "invoice"]))

    assert one is not None
    assert two is not None
    assert two.topic == "invoice"
    assert two.sure > one.sure


def test_what_is_known_of_gone_topics_and_of_topics_never_seen_does_no_harm():
    old = [judged(decided="gone", said="gone", ai="gone") for _ in range(40)]
    team = learn_team(old, topics=TOPICS)

    word = team.word({"delivery": 0.9}, ["delivery"])

    assert word is not None
    assert word.topic == "delivery"


def test_one_topic_alone_teaches_nothing():
    assert learn_team([judged() for _ in range(50)], topics=()).word({}, []) is None


def test_the_three_ways_are_compared_on_the_same_cases():
    ways = compared(cases(600), people=6)

    assert ways.people is not None
    assert ways.ai.n == ways.people.n == ways.both.n == 600
    assert ways.both.hits >= max(ways.ai.hits, ways.people.hits)
    assert ways.better_than_both


def test_of_few_people_it_is_not_told_how_often_they_were_right():
    ways = compared(cases(60), people=4)

    assert ways.people is None
    assert ways.over_people is None


def test_both_together_are_not_judged_on_what_they_learned_from():
    chance = np.random.default_rng(9)
    noise = [
        judged(decided=TOPICS[chance.integers(3)], said=TOPICS[chance.integers(3)], ai="return")
        for _ in range(200)
    ]

    ways = compared(noise, people=6)

    assert ways.both.hits < 100
    assert not ways.better_than_both
