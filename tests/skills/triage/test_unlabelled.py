"""Learning from few examples and from messages that nobody has labelled."""

import numpy as np
import pytest

from samspil.core.check_skill import check_skill
from samspil.core.skill import Brief
from samspil.skills.triage.grams import Kind
from samspil.skills.triage.guessing import Neighbourhood, guess
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.teaching import Taught, teach
from samspil.skills.triage.training import lesson
from samspil.skills.triage.view import learn_view
from tests.embedders import Broken, CountsWords

TEXTS = ["my parcel is late", "where is the parcel", "a wrong invoice", "pay the invoice"]
LABELS = ["delivery", "delivery", "billing", "billing"]
PARCELS = [f"parcel driver came number {number}" for number in range(12)]
INVOICES = [f"invoice amount paid number {number}" for number in range(12)]


def taught(unlabelled=(*PARCELS, *INVOICES), embedder=None) -> Taught:
    return teach(TEXTS, LABELS, embedder or CountsWords(), unlabelled)


def test_words_that_only_unlabelled_messages_hold_are_learned_from_their_neighbours():
    triage = Triage(model=taught().model)

    said = [made.best for made in triage.propose([Brief(text="driver"), Brief(text="amount")])]

    assert [best.result if best else "" for best in said] == ["delivery", "billing"]
    plain = Triage(model=lesson(TEXTS, LABELS).model)
    assert plain.propose([Brief(text="qqqqdriver")])[0] != triage.propose([Brief(text="driver")])[0]


def test_what_stands_in_few_unlabelled_messages_only_is_not_kept():
    shared = [["kære", "anna"]] * 4
    view = learn_view(Kind.WORDS, [["pakke"]], unlabelled=[*shared, ["kære", "bo"]])

    assert {"kære", "pakke"} <= view.vocabulary.keys()
    assert not {"anna", "bo"} & view.vocabulary.keys()


def test_the_skill_keeps_the_contract_and_comes_out_the_same_twice():
    one, other = taught(), taught()

    check_skill(
        Triage(model=one.model, meaning=one.meaning, embedder=CountsWords()),
        [Brief(text=text) for text in TEXTS],
    )
    assert one.version == other.version


def test_the_order_of_examples_and_of_the_unlabelled_does_not_change_what_is_said():
    mixed = taught(unlabelled=(*INVOICES, *PARCELS))

    said = Triage(model=mixed.model).propose([Brief(text="driver"), Brief(text="amount")])

    assert [made.best.result for made in said if made.best] == ["delivery", "billing"]


@pytest.mark.parametrize("unlabelled", [(), ("parcel",), ("", " ", "?!")])
def test_too_few_unlabelled_messages_change_nothing(unlabelled):
    assert taught(unlabelled=unlabelled[:2]).version == taught(unlabelled=()).version


def test_with_many_examples_the_unlabelled_are_not_read():
    embedder = CountsWords()

    teach(TEXTS * 11, LABELS * 11, embedder, PARCELS)

    assert not set(PARCELS) & set(embedder.read)


def test_an_embedding_that_fails_leaves_learning_by_words():
    left = taught(embedder=Broken())

    assert left.meaning is None
    assert left.version == lesson(TEXTS, LABELS).model.version


def test_a_label_given_by_a_person_is_never_guessed_over():
    vectors = np.array([[1, 0], [0.9, 0.1], [0.8, 0.2], [0, 1]], dtype=np.float32)
    scores = np.array([[9.0, 0.0]] * 4)

    said, trust = guess(
        Neighbourhood.of(vectors),
        given=np.array([0, 3]),
        answers=np.array([1, 1]),
        scores=scores,
    )

    assert said[[0, 3]].tolist() == [1, 1]
    assert trust[[0, 3]].tolist() == [1.0, 1.0]
    assert ((trust >= 0) & (trust <= 1)).all()


def test_a_message_takes_on_what_its_neighbours_are():
    corners = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float32)
    vectors = np.repeat(corners, 6, axis=0)
    scores = np.zeros((18, 3))
    scores[::6] = 3 * np.eye(3)

    said, _ = guess(
        Neighbourhood.of(vectors),
        given=np.array([], dtype=int),
        answers=np.array([], dtype=int),
        scores=scores,
    )

    assert said.tolist() == [0] * 6 + [1] * 6 + [2] * 6


def test_meanings_blend_with_those_near_and_not_with_those_far():
    chance = np.random.default_rng(0)
    corners = np.repeat(10 * np.eye(3, dtype=np.float32), 20, axis=0)
    vectors = (corners + chance.standard_normal((60, 3))).astype(np.float32)

    blended = Neighbourhood.of(vectors).blend(vectors).reshape(3, 20, 3)

    within = blended.std(axis=1).mean()
    assert within < vectors.reshape(3, 20, 3).std(axis=1).mean() / 2
    assert [np.argmax(each.mean(axis=0)) for each in blended] == [0, 1, 2]


def test_a_text_without_neighbours_keeps_what_it_means():
    vectors = np.array([[1, 0], [-1, 0]], dtype=np.float32)

    assert Neighbourhood.of(vectors).blend(vectors).tolist() == vectors.tolist()
