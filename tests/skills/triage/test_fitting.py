import numpy as np
from scipy import sparse

from samspil.skills.triage.fitting import Numbers, fit
from samspil.skills.triage.grams import Kind, tokens
from samspil.skills.triage.model import read_batch
from samspil.skills.triage.view import learn_view
from tests.skills.triage.small import EXAMPLES


def examples() -> tuple[sparse.csr_matrix, Numbers]:
    texts = [text for texts in EXAMPLES.values() for text in texts]
    forms = [[token.form for token in tokens(text)] for text in texts]
    views = [learn_view(kind, forms) for kind in Kind]
    return read_batch(texts, views=views).vectors, np.repeat([0, 1, 2], 8)


def test_learning_by_directions_gives_the_same_rules_each_time():
    vectors, answers = examples()

    once = fit(vectors, answers, labels=3, spaces=2)
    again = fit(vectors, answers, labels=3, spaces=2)

    assert [part.tobytes() for part in once] == [part.tobytes() for part in again]


def test_directions_add_to_the_rules_and_keep_what_was_learned():
    vectors, answers = examples()

    alone, _ = fit(vectors, answers, labels=3, spaces=0)
    weights, bias = fit(vectors, answers, labels=3, spaces=2)

    assert (weights != alone).any()
    assert (vectors @ weights + bias).argmax(axis=1).tolist() == answers.tolist()


def test_a_label_without_an_example_is_never_chosen():
    vectors, answers = examples()

    weights, bias = fit(vectors, answers, labels=5, spaces=2)

    assert set((vectors @ weights + bias).argmax(axis=1).tolist()) == {0, 1, 2}
