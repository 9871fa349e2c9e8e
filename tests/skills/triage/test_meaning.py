"""Triage with an embedding: better with few examples, and no worse off without."""

from pathlib import Path

import pytest

from samspil.core.check_skill import check_skill
from samspil.core.embedding import Embedder
from samspil.core.skill import Brief
from samspil.skills.registry import load_skill, train_skill
from samspil.skills.triage.meaning import Meaning
from samspil.skills.triage.model_file import BrokenModel
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.starter import IT, kept_starter_meaning
from samspil.skills.triage.teaching import teach
from tests.embedders import Broken, CountsWords
from tests.skills.triage.small import EXAMPLES

PAIRS = [(text, label) for label, texts in EXAMPLES.items() for text in texts]
TEXTS, LABELS = [text for text, _ in PAIRS], [label for _, label in PAIRS]
BRIEFS = [Brief(text=text) for text in (*TEXTS[:4], "Where did you leave the parcel, please?")]


def taught(embedder: Embedder | None) -> Triage:
    learned = teach(TEXTS, LABELS, embedder)
    return Triage(model=learned.model, meaning=learned.meaning, embedder=embedder)


def test_the_skill_keeps_the_contract_with_an_embedding_and_without():
    check_skill(taught(CountsWords()), BRIEFS)
    check_skill(taught(None), BRIEFS)


def test_each_message_that_can_be_read_is_asked_about_once():
    embedder = CountsWords()
    triage = taught(embedder)
    embedder.read.clear()

    triage.propose([Brief(text="Where is my parcel?"), Brief(text=""), Brief(text="你好")])

    assert embedder.read == ["Where is my parcel?"]


def test_an_answer_says_how_likely_it_is_right_and_silence_says_nothing():
    triage = taught(CountsWords())

    known, strange, silent = triage.propose(
        [Brief(text=TEXTS[0]), Brief(text="parcel qqq xyzzy plugh invoices"), Brief(text="")]
    )

    assert known.sureness > strange.sureness
    assert silent.sureness == 0.0


def test_without_an_embedding_the_best_share_says_how_likely_it_is():
    proposal = taught(None).propose([Brief(text=TEXTS[0])])[0]

    assert proposal.best is not None
    assert proposal.sureness == proposal.best.confidence


def test_unknown_words_leave_more_to_the_meaning():
    skill = taught(CountsWords())
    heard = Triage(
        model=skill.model, meaning=skill.meaning, embedder=skill.embedder, familiar_enough=1e-9
    )
    usual, strange = Brief(text="parcel or invoice"), Brief(text="parcel qqq xyzzy plugh invoices")

    assert skill.model is not None
    read = skill.model.read([usual.text, strange.text, ""])
    assert skill.model.familiar(read).round(2).tolist() == [0.67, 0.2, 0.0]
    assert skill.propose([strange]) != heard.propose([strange])


def test_an_embedding_that_fails_is_done_without():
    working = taught(CountsWords())
    alone = Triage(model=working.model)
    broken = Triage(model=working.model, meaning=working.meaning, embedder=Broken())

    assert broken.propose(BRIEFS) == alone.propose(BRIEFS)
    assert teach(TEXTS, LABELS, Broken()).meaning is None


def test_what_was_learned_with_another_embedding_is_not_used():
    working = taught(CountsWords())
    other = Triage(
        model=working.model, meaning=working.meaning, embedder=CountsWords(name="counts-words-2")
    )

    assert other.version == Triage(model=working.model).version
    assert other.propose(BRIEFS) == Triage(model=working.model).propose(BRIEFS)


def test_the_version_tells_what_was_learned_and_fits_its_column():
    with_it, without = taught(CountsWords()), taught(None)

    assert with_it.version.startswith(without.version)
    assert len(with_it.version) <= 40
    assert taught(CountsWords()).version == with_it.version


def test_a_taught_skill_comes_back_from_its_files_the_same(tmp_path: Path):
    embedder = CountsWords()
    file_name, version = train_skill("triage", TEXTS, LABELS, folder=tmp_path, embedder=embedder)

    back = load_skill("triage", file_name, folder=tmp_path, embedder=embedder)
    without = load_skill("triage", file_name, folder=tmp_path)

    assert back.version == version
    assert back.propose(BRIEFS) == taught(embedder).propose(BRIEFS)
    assert without.propose(BRIEFS) == taught(None).propose(BRIEFS)


def test_a_damaged_file_of_meanings_leaves_the_words(tmp_path: Path, caplog):
    embedder = CountsWords()
    file_name, _ = train_skill("triage", TEXTS, LABELS, folder=tmp_path / "a", embedder=embedder)
    beside = (tmp_path / "a" / file_name).with_suffix(".meaning.npz")
    copy = tmp_path / "b"
    copy.mkdir()
    (copy / file_name).write_bytes((tmp_path / "a" / file_name).read_bytes())
    (copy / beside.name).write_bytes(beside.read_bytes()[:200])

    skill = load_skill("triage", file_name, folder=copy, embedder=embedder)

    assert skill.propose(BRIEFS) == taught(None).propose(BRIEFS)
    assert "AI goes on by words alone" in caplog.text


def test_a_file_of_meanings_that_was_changed_is_refused(tmp_path: Path):
    meaning = teach(TEXTS, LABELS, CountsWords()).meaning
    assert meaning is not None
    path = tmp_path / "x.meaning.npz"
    meaning.save(path)
    object.__setattr__(meaning, "words_speak", 2.0)
    forged = tmp_path / "forged.meaning.npz"
    meaning.save(forged)

    assert Meaning.load(path).words_speak != 2.0
    with pytest.raises(BrokenModel, match="changed after it was written"):
        Meaning.load(forged)


@pytest.mark.parametrize("labels", [["one"] * 3, ["one", "two", "one"]])
def test_one_topic_or_two_can_be_learned_as_well(labels):
    learned = teach(["a parcel", "an invoice", "the parcel"], labels, CountsWords())

    assert learned.meaning is not None
    assert (
        Triage(model=learned.model, meaning=learned.meaning, embedder=CountsWords())
        .propose([Brief(text="a parcel")])[0]
        .best
    )


def test_what_the_starter_examples_mean_is_learned_anew_for_another_embedding(tmp_path: Path):
    first = kept_starter_meaning(tmp_path, IT, CountsWords())
    again = kept_starter_meaning(tmp_path, IT, Broken())
    other = kept_starter_meaning(tmp_path, IT, CountsWords(name="counts-words-2"))

    assert again.version == first.version, "kept in a file: the embedding is not asked"
    assert (first.embedder, other.embedder) == ("counts-words-1", "counts-words-2")
    assert len(list(tmp_path.glob("*.meaning.npz"))) == 2
