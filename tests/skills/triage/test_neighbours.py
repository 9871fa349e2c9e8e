import numpy as np

from samspil.skills.triage.neighbours import Neighbours

NOBODY = np.log(1e-6)


def rows(*each):
    return np.array(each, dtype=np.float32)


def test_the_labels_of_close_examples_speak_and_those_of_far_ones_hardly():
    known = Neighbours.of(rows([1, 0], [0.9, 0.1], [-1, 0]), np.array([0, 0, 1]), labels=3)

    scores = known.scores(rows([1, 0.05], [-1, 0.05]))

    assert scores.argmax(axis=1).tolist() == [0, 1]
    assert np.allclose(scores[:, 2], NOBODY)


def test_examples_of_one_fold_are_out_of_each_others_sight():
    vectors, answers = rows([1, 0], [1, 0.01], [0, 1]), np.array([0, 1, 2])
    known = Neighbours.of(vectors, answers, labels=3)

    unseen = known.scores(vectors, folds=np.array([0, 1, 1]))

    assert unseen[0].argmax() == 1
    assert np.isclose(unseen[0, 0], NOBODY)
    assert np.allclose(unseen[1, 1:], NOBODY)


def test_without_examples_no_label_is_nearer_than_another():
    nobody = Neighbours.of(np.zeros((0, 2), np.float32), np.zeros(0, np.intp), labels=2)

    assert np.allclose(nobody.scores(rows([1, 0])), NOBODY)
