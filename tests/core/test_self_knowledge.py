"""How likely an answer is right, learned from answers given unseen."""

import numpy as np

from samspil.core.self_knowledge import know, signs_of_nearness, signs_of_scores


def answers(many: int = 600):
    """Scores whose lead tells how often they are right, and answer 2 wrong half the time."""
    chance = np.random.default_rng(7)
    truth = chance.integers(0, 3, many)
    scores = chance.normal(size=(many, 3)) + 3 * np.eye(3)[truth]
    said = scores.argmax(axis=1)
    right = (said == truth) & ((said != 2) | (chance.random(many) < 0.5))
    return scores, said, right


def test_as_many_are_right_as_it_says():
    scores, said, right = answers()

    sure = know(signs_of_scores(scores), said, right, answers=3).sure(signs_of_scores(scores), said)

    assert ((sure > 0) & (sure < 1)).all()
    assert abs(sure.mean() - right.mean()) < 0.01


def test_an_answer_that_was_often_wrong_is_trusted_less():
    scores, said, right = answers()
    known = know(signs_of_scores(scores), said, right, answers=3)
    even = signs_of_scores(np.array([[4.0, 0.0, 0.0], [0.0, 0.0, 4.0]]))

    usual, doubtful = known.sure(even, np.array([0, 2])).tolist()

    assert usual - doubtful > 0.2


def test_a_clear_lead_is_trusted_more_than_a_narrow_one():
    scores, said, right = answers()
    known = know(signs_of_scores(scores), said, right, answers=3)

    clear, narrow = known.sure(
        signs_of_scores(np.array([[5.0, 0.0, 0.0], [1.0, 0.9, 0.0]])), np.array([0, 0])
    ).tolist()

    assert clear > narrow


def test_an_answer_nobody_has_seen_before_is_trusted_as_all_are():
    scores, said, right = answers()
    known = know(signs_of_scores(scores), said, right, answers=4)

    assert known.right_share[3] == right.mean()


def test_where_all_were_right_it_stays_finite():
    scores, said, right = answers(many=40)

    sure = know(signs_of_scores(scores), said, np.ones_like(right), answers=3).sure(
        signs_of_scores(scores), said
    )

    assert np.isfinite(sure).all()
    assert sure.min() > 0.9


def test_one_or_two_labels_have_signs_too():
    assert np.isfinite(signs_of_scores(np.array([[3.0]]))).all()
    assert np.isfinite(signs_of_scores(np.array([[3.0, -800.0]]))).all()


def test_nearness_tells_an_answer_that_its_neighbours_give_from_one_they_do_not():
    known = np.repeat(np.eye(2), 10, axis=0)
    labels = np.repeat([0, 1], 10)
    here = np.array([[1.0, 0.0], [1.0, 0.0]])

    fits, does_not = signs_of_nearness(here, np.array([0, 1]), known=known, labels=labels).tolist()

    assert fits == [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    assert does_not == [0.0, 0.0, 0.0, -1.0, 1.0, 0.0, -1.0]


def test_examples_that_were_out_of_sight_are_no_neighbours():
    known, labels = np.eye(2), np.array([0, 1])
    folds = (np.array([0]), np.array([0, 1]))

    signs = signs_of_nearness(
        known[:1], np.array([0]), known=known, labels=labels, folds=folds
    ).tolist()

    assert signs[0][4] == 0.0, "the nearest of all is the other one"


def test_what_is_said_of_one_answer_does_not_depend_on_those_beside_it():
    scores, said, right = answers()
    known = know(signs_of_scores(scores), said, right, answers=3)

    alone = known.sure(signs_of_scores(scores[:1]), said[:1])

    assert np.allclose(alone, known.sure(signs_of_scores(scores), said)[:1], atol=1e-12)
