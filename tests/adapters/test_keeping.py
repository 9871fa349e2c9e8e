"""Inside one piece of work a text is read once; afterwards nothing of it is left."""

import threading

import numpy as np
import pytest

from samspil.adapters import embedding
from samspil.adapters.embedding.keeping import Shared, Shelf, keeping
from samspil.core.embedding import Embedder, NoEmbedding
from tests.embedders import Broken, CountsWords

pytestmark = pytest.mark.reads

PARCEL, INVOICE = "Where is my parcel?", "Please send the invoice again."


@pytest.fixture
def words() -> CountsWords:
    return CountsWords()


def test_inside_one_piece_of_work_a_text_is_read_once(words):
    shared = Shared(embedder=words)

    with keeping():
        first = shared.embed([PARCEL, INVOICE, PARCEL])
        again = shared.embed([INVOICE])

    assert isinstance(shared, Embedder)
    assert words.read == [PARCEL, INVOICE]
    assert np.array_equal(first, CountsWords().embed([PARCEL, INVOICE, PARCEL]))
    assert np.array_equal(again, first[1:2])
    assert shared.embed([]).shape == (0, words.dimension)


def test_a_text_that_changed_is_read_anew(words):
    shared = Shared(embedder=words)

    with keeping():
        shared.embed([PARCEL])
        shared.embed([f"{PARCEL} It is urgent."])

    assert words.read == [PARCEL, f"{PARCEL} It is urgent."]


def test_the_next_piece_of_work_finds_nothing_of_the_one_before(words):
    shared = Shared(embedder=words)
    with keeping():
        shared.embed([PARCEL])

    with keeping() as shelf:
        there = shelf.found([PARCEL], embedder=words)
        shared.embed([PARCEL])
    shared.embed([PARCEL])
    shared.embed([PARCEL])

    assert there == {}
    assert words.read == [PARCEL] * 4, "Outside a piece of work nothing is kept."


def test_work_within_work_shares_what_was_read(words):
    with keeping() as outer:
        Shared(embedder=words).embed([PARCEL])
        with keeping() as inner:
            Shared(embedder=words).embed([PARCEL])
        Shared(embedder=words).embed([PARCEL])

    assert inner is outer
    assert words.read == [PARCEL]


def test_vectors_of_different_embedders_are_never_mixed(words):
    other = CountsWords(name="counts-words-2", dimension=32)
    shelf = Shelf()

    mine = shelf.embed([PARCEL], embedder=words)
    theirs = shelf.embed([PARCEL], embedder=other)

    assert (mine.shape, theirs.shape) == ((1, 64), (1, 32))
    assert (words.read, other.read) == ([PARCEL], [PARCEL])
    assert shelf.found([PARCEL], embedder=CountsWords(name="counts-words-3")) == {}


def test_a_shelf_never_holds_more_than_it_may_and_keeps_what_was_asked_for_last(words):
    shelf = Shelf(most_bytes=3 * 64 * 4)
    texts = [f"Message number {number}" for number in range(50)]

    rows = shelf.embed(texts, embedder=words)
    shelf.embed(texts[47:48], embedder=words)
    shelf.embed([PARCEL], embedder=words)

    assert np.array_equal(rows, CountsWords().embed(texts))
    assert shelf.size == 3 * 64 * 4
    assert set(shelf.found([*texts, PARCEL], embedder=words)) == {texts[47], texts[49], PARCEL}


def test_what_is_changed_in_an_answer_does_not_change_what_is_kept(words):
    shelf = Shelf()

    shelf.embed([PARCEL], embedder=words)[:] = 0

    assert shelf.embed([PARCEL], embedder=words).any()


def test_an_embedder_that_fails_leaves_nothing_behind():
    shelf = Shelf()

    with pytest.raises(NoEmbedding):
        shelf.embed([PARCEL], embedder=Broken())

    assert shelf.size == 0


def test_several_threads_may_use_one_shelf(words):
    shelf = Shelf(most_bytes=8 * 64 * 4)
    texts = [f"Message number {number}" for number in range(40)]
    wanted = CountsWords().embed(texts)
    wrong: list[int] = []

    def ask(number: int) -> None:
        rows = shelf.embed(texts[number:] + texts[:number], embedder=words)
        if not np.array_equal(rows, np.roll(wanted, -number, axis=0)):
            wrong.append(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []
    assert shelf.size == 8 * 64 * 4


def test_whether_it_is_on_shows_without_loading_it(settings):
    on = embedding.is_on()
    settings.EMBEDDING = False

    assert (on, embedding.is_on()) == (True, False)
