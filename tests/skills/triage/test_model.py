import numpy as np
import pytest

from samspil.core.skill import Brief
from samspil.skills.triage.model import TriageModel
from samspil.skills.triage.model_file import BrokenModel
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.sureness import deal
from samspil.skills.triage.teaching import load, sketch, teach
from samspil.skills.triage.training import NothingToLearn, train
from tests.embedders import CountsWords
from tests.skills.triage.small import EXAMPLES, small_model


def test_a_saved_model_makes_the_same_proposals_when_it_is_read_again(tmp_path):
    model = small_model()
    briefs = [Brief(text=text) for texts in EXAMPLES.values() for text in texts]

    model.save(tmp_path / "model.npz")
    again = TriageModel.load(tmp_path / "model.npz")

    assert again.version == model.version
    assert Triage(model=again).propose(briefs) == Triage(model=model).propose(briefs)


def test_the_same_examples_give_the_same_model():
    assert small_model().version == small_model().version


def test_a_trial_learns_the_same_topics_as_the_version_for_use():
    texts = [text for texts in EXAMPLES.values() for text in texts]
    labels = [label for label, texts in EXAMPLES.items() for _ in texts]

    made, tried = teach(texts, labels, None).model, sketch(texts, labels, None).model

    assert (tried.weights == made.weights).all()
    assert tried.sharpness != made.sharpness
    unseen = ["the parcel invoice", "min pakke og min adgangskode", "Rechnung"]
    assert (tried.predict(unseen).argmax(axis=1) == made.predict(unseen).argmax(axis=1)).all()


def test_what_was_learned_says_the_same_kept_in_no_file_and_in_one(tmp_path):
    texts = [text for texts in EXAMPLES.values() for text in texts]
    labels = [label for label, texts in EXAMPLES.items() for _ in texts]
    learned = teach(texts, labels, CountsWords())
    briefs = [Brief(text=text) for text in ("the parcel invoice", "min pakke")]

    learned.save(tmp_path / "model.npz")

    assert learned.ready(CountsWords()).propose(briefs) == load(
        tmp_path / "model.npz", CountsWords()
    ).propose(briefs)
    assert learned.ready(None).version == load(tmp_path / "model.npz", None).version


def test_other_examples_give_another_version():
    texts, labels = ["parcel late", "invoice wrong"], ["delivery", "invoice"]

    assert train(texts, labels).version != train(texts, labels[::-1]).version


def test_a_missing_model_file_is_named(tmp_path):
    with pytest.raises(BrokenModel, match=r"There is no model file lost\.npz"):
        TriageModel.load(tmp_path / "lost.npz")


@pytest.mark.parametrize("content", [b"", b"not a model", b"PK\x03\x04 cut off"])
def test_a_file_that_is_no_model_is_named(tmp_path, content):
    path = tmp_path / "model.npz"
    path.write_bytes(content)

    with pytest.raises(BrokenModel, match=r"model\.npz is damaged"):
        TriageModel.load(path)


def test_a_model_file_cut_short_is_named(tmp_path):
    path = tmp_path / "model.npz"
    small_model().save(path)
    path.write_bytes(path.read_bytes()[:-200])

    with pytest.raises(BrokenModel, match=r"model\.npz is damaged"):
        TriageModel.load(path)


def test_a_model_file_that_somebody_changed_is_refused(tmp_path):
    path = tmp_path / "model.npz"
    small_model().save(path)
    with np.load(path) as file:
        arrays = dict(file)
    arrays["bias"] = arrays["bias"] + 1
    np.savez_compressed(path, **arrays)

    with pytest.raises(BrokenModel, match="was changed after it was written"):
        TriageModel.load(path)


def test_a_model_file_never_runs_code(tmp_path):
    path = tmp_path / "model.npz"
    np.savez(path, about=np.array([object()], dtype=object))

    with pytest.raises(BrokenModel, match="damaged or of another kind"):
        TriageModel.load(path)


def test_a_failed_save_leaves_no_half_model(tmp_path):
    small_model().save(tmp_path / "model.npz")
    small_model().save(tmp_path / "model.npz")

    assert [each.name for each in tmp_path.iterdir()] == ["model.npz"]


def test_one_single_topic_is_never_quite_certain():
    model = train(["where is my parcel", "the parcel is late", "no parcel yet"], ["delivery"] * 3)

    assert model.predict(["the parcel"])[0].tolist() == [0.75]


def test_a_topic_with_one_example_does_not_stop_learning():
    texts = [text for texts in EXAMPLES.values() for text in texts]
    labels = [label for label, texts in EXAMPLES.items() for _ in texts]

    model = train([*texts, "Haben Sie offene Stellen?"], [*labels, "jobs"])

    assert model.labels == ("delivery", "invoice", "jobs", "password")
    assert model.labels[int(model.predict(["offene Stellen"])[0].argmax())] == "jobs"


def test_examples_given_twice_do_not_make_it_surer():
    texts = [text for texts in EXAMPLES.values() for text in texts]
    labels = [label for label, texts in EXAMPLES.items() for _ in texts]

    once, often = train(texts, labels), train(texts * 5, labels * 5)

    assert often.sharpness < once.sharpness * 1.5


def test_variants_of_one_message_do_not_make_it_surer():
    texts = [text for texts in EXAMPLES.values() for text in texts]
    labels = [label for label, texts in EXAMPLES.items() for _ in texts]
    variants = [*texts, *(f"{text} thanks" for text in texts[::-1])]

    told = train(variants, labels + labels[::-1], origins=texts + texts[::-1])
    untold = train(variants, labels + labels[::-1])

    assert told.sharpness < untold.sharpness


def test_equal_texts_of_different_origins_stay_together():
    texts = ["where is it", "wo ist es", "where is it", "hvor er den", "an invoice", "a bill"]
    origins = ["1", "1", "2", "2", "3", "4"]

    folds = deal([text.split() for text in texts], np.zeros(6, dtype=np.intp), origins=origins)

    assert folds.tolist() == [1, 1, 1, 1, 2, 3]


def test_nothing_can_be_learned_from_empty_texts():
    with pytest.raises(NothingToLearn, match="None of the examples holds a word"):
        train(["", "  "], ["a", "b"])


def test_shares_of_a_text_add_up_to_a_little_less_than_one():
    model = small_model()

    assert model.predict(["invoice"])[0].sum() == pytest.approx(24 / 25)
