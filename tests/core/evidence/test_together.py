"""What people and AI say together, and when another look is worth its time."""

import numpy as np
import pytest

from samspil.core.evidence.habits import NOBODY, Looks, learn_habits
from samspil.core.evidence.tempering import temperature_of, tempered
from samspil.core.evidence.together import By, learn_teamwork, worth_another_look

SURE_OF_0 = [0.9, 0.1]


def looks(*, truth, said, by=None):
    by = [0] * len(truth) if by is None else by
    return Looks(truth=places(truth), said=places(said), by=places(by))


def places(values):
    return np.array(values, dtype=np.intp)


def shares(*rows):
    return np.array(rows, dtype=float)


def good_people(many=400):
    """People who err in one look of ten, and AI that knows when it errs in four answers of ten."""
    chance = np.random.default_rng(5)
    truth = chance.integers(0, 2, many)
    said = np.where(chance.random(many) < 0.1, 1 - truth, truth)
    clear = chance.random(many) < 0.5
    best = np.where(chance.random(many) < np.where(clear, 0.01, 0.4), 1 - truth, truth)
    high = np.where(clear, 0.99, 0.6)[:, None]
    ai = np.where(best[:, None] == np.arange(2), high, 1 - high)
    return learn_teamwork(ai, looks(truth=truth, said=said), people=1)


def settle(teamwork, rows, said, by=None):
    said = places(said).reshape(len(rows), -1)
    return teamwork.settle(
        shares(*rows), said=said, by=np.zeros_like(said) if by is None else places(by)
    )


# What is counted.


def test_a_person_is_drawn_to_the_team_with_the_weight_of_ten_cases():
    seen = looks(truth=[0] * 10 + [0] * 30, said=[0] * 10 + [1] * 30, by=[0] * 10 + [1] * 30)
    habits = learn_habits(seen, answers=2, people=2)
    even = shares([0.5, 0.5])

    said_0 = habits.updated(even, said=places([0]), by=places([0]))[0]

    right = (10 + 9) / (40 + 10)
    team_00 = (10 + 10 * right) / 50
    of_0, of_1 = (10 + 10 * team_00) / 20, (10 * (1 - right)) / 10
    assert said_0 == pytest.approx([of_0 / (of_0 + of_1), of_1 / (of_0 + of_1)])


def test_of_nobody_known_a_word_is_thought_right_in_nine_of_ten():
    habits = learn_habits(looks(truth=[], said=[]), answers=2, people=0)

    after = habits.updated(shares([0.5, 0.5]), said=places([1]), by=places([0]))

    assert after.tolist() == [[pytest.approx(0.1), pytest.approx(0.9)]]
    assert habits.look_values(shares([0.5, 0.5])).tolist() == [pytest.approx(0.4)]


def test_whoever_is_new_is_taken_for_anybody_of_the_team():
    habits = learn_habits(looks(truth=[0, 1] * 20, said=[0, 1] * 20), answers=2, people=1)

    new, known = habits.updated(
        shares(SURE_OF_0, SURE_OF_0), said=places([1, 1]), by=places([7, 0])
    ).tolist()

    assert known[1] > new[1] > 0.5


def test_contradicting_labels_each_count():
    even = shares([0.5, 0.5])

    def after(truth, said):
        habits = learn_habits(looks(truth=truth, said=said), answers=2, people=1)
        return habits.updated(even, said=places([0]), by=places([0]))[0, 0]

    assert after([0, 1] * 500, [0, 0] * 500) == pytest.approx(0.5, abs=0.001)
    assert after([0, 1], [0, 0]) < after([0], [0])


def test_how_often_somebody_errs_cannot_be_read_from_outside():
    habits = learn_habits(looks(truth=[0] * 9, said=[1] * 9, by=[4] * 9), answers=2, people=5)

    offered = {name for name in dir(habits) if not name.startswith("_")}

    assert offered == {"answers", "updated", "signs", "look_values"}
    assert repr(habits) == "Habits()"


@pytest.mark.parametrize(
    ("seen", "sentence"),
    [
        ({"truth": [2], "said": [0]}, "none of the 2"),
        ({"truth": [0], "said": [0], "by": [3]}, "none of the 1"),
        ({"truth": [0], "said": [-1]}, "numbered from 0"),
        ({"truth": [0, 1], "said": [0]}, "who looked"),
    ],
)
def test_looks_that_make_no_sense_are_refused(seen, sentence):
    with pytest.raises(ValueError, match=sentence):
        learn_habits(looks(**seen), answers=2, people=1)


def test_one_answer_alone_is_no_choice():
    with pytest.raises(ValueError, match="at least two answers"):
        learn_habits(looks(truth=[], said=[]), answers=1, people=1)


# How sure AI may be.


def test_ai_that_was_too_sure_of_itself_is_made_less_sure():
    boasting = np.tile([0.99, 0.01], (400, 1))
    truth = places([0, 0, 0, 1] * 100)

    temperature = temperature_of(boasting, truth)

    assert tempered(boasting, temperature)[0, 0] == pytest.approx(0.762, abs=0.001)


def test_without_a_case_shares_stay_as_they_are():
    assert temperature_of(np.zeros((0, 2)), places([])) == 1.0


def test_one_right_answer_hardly_makes_ai_surer():
    temperature = temperature_of(shares([0.6, 0.4]), places([0]))

    assert tempered(shares([0.6, 0.4]), temperature)[0, 0] == pytest.approx(0.604, abs=0.001)


def test_ai_never_excludes_an_answer():
    assert tempered(shares([1.0, 0.0]), 1.0)[0, 1] == pytest.approx(5e-5)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([[0.5, np.nan]], "missing"),
        ([[1.2, -0.2]], "below 0"),
        ([[0.5, 0.2]], "add up"),
        ([[1.0]], "two answers"),
    ],
)
def test_shares_that_make_no_sense_are_refused(rows, sentence):
    with pytest.raises(ValueError, match=sentence):
        good_people().settle(shares(*rows), said=places([[0]]), by=places([[0]]))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [([[2]], "none of the answers"), ([[-2]], "none of the answers"), ([[0], [0]], "columns")],
)
def test_words_that_make_no_sense_are_refused(said, sentence):
    with pytest.raises(ValueError, match=sentence):
        good_people().settle(shares([0.5, 0.5]), said=places(said), by=places([[0]]))


# What both say together.


def test_a_word_outweighs_ai_where_people_err_less():
    settled = settle(good_people(), [[0.8, 0.2], [0.995, 0.005]], [1, 1])

    assert settled.answers.tolist() == [1, 0], "unless AI is surer than people are right"
    assert settled.by == (By.ARBITER, By.ARBITER)


def test_where_both_agree_they_are_surer_than_either():
    settled = settle(good_people(), [[0.8, 0.2]], [0])

    assert settled.answers.tolist() == [0]
    assert settled.by == (By.AGREEMENT,)
    assert settled.sure[0] > 0.95


def test_two_people_outweigh_ai_that_outweighs_one():
    teamwork, row = good_people(), [[0.96, 0.04]]

    assert settle(teamwork, row, [[1, NOBODY]]).answers.tolist() == [0]
    assert settle(teamwork, row, [[1, 1]]).answers.tolist() == [1]
    assert settle(teamwork, row, [[1, 1]]).by == (By.BAYES,)


def test_nobody_is_overruled_where_that_proved_wrong_as_often_as_right():
    chance = np.random.default_rng(8)
    truth = chance.integers(0, 2, 400)
    best = np.where(chance.random(400) < 0.4, 1 - truth, truth)
    boasting = np.where(best[:, None] == np.arange(2), 0.99, 0.01)

    teamwork = learn_teamwork(boasting, looks(truth=truth, said=truth), people=1)
    settled = settle(teamwork, [[0.9999, 0.0001]], [1])

    assert settled.answers.tolist() == [1]
    assert settled.by == (By.PERSON,)


def test_where_nobody_looked_it_is_ais_answer():
    settled = settle(good_people(), [[0.3, 0.7]], [NOBODY])

    assert settled.answers.tolist() == [1]
    assert settled.by == (By.AI,)


@pytest.mark.parametrize("many", [0, 1, 29])
def test_until_thirty_looks_were_verified_a_persons_word_stands(many):
    truth = [0] * many
    teamwork = learn_teamwork(
        np.tile([0.99, 0.01], (many, 1)), looks(truth=truth, said=[1] * many), people=1
    )

    settled = settle(teamwork, [[0.9999, 0.0001], [0.9999, 0.0001]], [[NOBODY, 1], [0, 1]])

    assert settled.answers.tolist() == [1, 1]
    assert settled.by == (By.PERSON, By.PERSON)


def test_the_tenth_telling_disagreement_brings_the_arbiter():
    ai = np.tile([0.9, 0.1], (30, 1))
    nine = looks(truth=[1] * 9 + [0] * 21, said=[1] * 9 + [0] * 21)
    ten = looks(truth=[1] * 10 + [0] * 20, said=[1] * 10 + [0] * 20)

    assert learn_teamwork(ai, nine, people=1).arbiter is None
    arbiter = learn_teamwork(ai, ten, people=1).arbiter
    assert arbiter is not None
    assert arbiter.disagreements == 10


def test_disagreements_in_which_neither_was_right_tell_nothing():
    ai = np.tile([0.9, 0.05, 0.05], (40, 1))
    seen = looks(truth=[2] * 40, said=[1] * 40)

    assert learn_teamwork(ai, seen, people=1).arbiter is None


def test_the_arbiter_learns_who_errs_where_ai_is_sure():
    chance = np.random.default_rng(3)
    truth = chance.integers(0, 2, 2_000)
    hard = chance.random(2_000) < 0.3
    best = np.where(hard & (chance.random(2_000) < 0.5), 1 - truth, truth)
    said = np.where(hard & (chance.random(2_000) < 0.9), best, truth)
    said = np.where(chance.random(2_000) < 0.05, 1 - said, said)
    ai = np.where(best[:, None] == np.arange(2), 0.85, 0.15)

    teamwork = learn_teamwork(ai, looks(truth=truth, said=said), people=1)
    settled = teamwork.settle(ai, said=said[:, None], by=np.zeros((2_000, 1), dtype=np.intp))

    differ = best != said
    assert {settled.by[row] for row in np.flatnonzero(differ)} == {By.ARBITER}
    right = (settled.answers == truth)[differ].mean()
    assert settled.sure[differ].mean() == pytest.approx(right, abs=0.02)


def test_all_right_and_all_wrong_stay_finite():
    for said in ([0] * 40, [1] * 40):
        teamwork = learn_teamwork(
            np.tile([1.0, 0.0], (40, 1)), looks(truth=[0] * 40, said=said), people=1
        )
        assert np.isfinite(settle(teamwork, [[0.0, 1.0], [1.0, 0.0]], [0, 1]).sure).all()


def test_what_is_said_of_one_case_does_not_depend_on_those_beside_it():
    teamwork, rows = good_people(), [[0.8, 0.2], [0.3, 0.7]]

    both = settle(teamwork, rows, [1, 1])

    assert settle(teamwork, rows[:1], [1]).sure.tolist() == both.sure[:1].tolist()


def test_learning_twice_gives_the_same():
    assert good_people().arbiter == good_people().arbiter
    assert good_people().temperature == good_people().temperature


# Whether another look is worth it.


def test_a_look_is_worth_what_it_may_change():
    seen = looks(truth=[0, 1] * 45 + [0, 1] * 5, said=[0, 1] * 45 + [1, 0] * 5)
    habits = learn_habits(seen, answers=2, people=1)
    right = (45 + 10 * 99 / 110) / 60

    even, likely, certain = habits.look_values(shares([0.5, 0.5], [0.8, 0.2], [0.99, 0.01]))

    assert even == pytest.approx(right - 0.5)
    assert likely == pytest.approx(right - 0.8)
    assert certain == 0.0, "no word would change this answer"


def test_a_second_look_is_asked_for_where_it_pays():
    teamwork = good_people()
    settled = settle(teamwork, [[0.9, 0.1], [0.9, 0.1], [0.8, 0.2]], [1, 1, 0])
    assert settled.sure[0] < 0.7 < 0.95 < settled.sure[2]

    worth = worth_another_look(
        settled,
        teamwork.habits,
        cost_of_error=np.array([100.0, 1.0, 100.0]),
        minutes=np.full(3, 5.0),
        price=1.0,
    )

    assert worth.tolist() == [True, False, False], "cheap errors and clear answers need no second"


def test_no_case_has_no_value():
    habits = learn_habits(looks(truth=[], said=[]), answers=2, people=0)

    assert habits.look_values(np.zeros((0, 2))).tolist() == []
