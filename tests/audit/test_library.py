"""Tasks are found by what they mean once the library was read, and by words before."""

from datetime import timedelta

import pytest

from samspil.adapters import jobs
from samspil.audit import actions
from samspil.audit.queries.meaning import lacks_meanings, meanings_file, tasks_by_both, tasks_for
from samspil.core.audit.library import library_tasks_for, library_texts
from tests.embedders import Broken, CountsWords
from tests.factories import MONDAY_9

HALF = 10_000
WORDS = "reconcile bank transactions records"


@pytest.fixture
def home(settings, tmp_path):
    settings.SAMSPIL_HOME = tmp_path
    return tmp_path


@pytest.mark.either
def test_the_library_is_read_part_by_part_and_then_searched_by_both(db, home):
    embedder, before = CountsWords(dimension=256), jobs.waiting()

    assert not actions.read_library(0, embedder=embedder, step=HALF)
    assert not actions.read_library(0, embedder=embedder, step=HALF)
    assert (len(embedder.read), jobs.waiting()) == (HALF, before + 2)
    assert actions.read_library(HALF, embedder=embedder, step=HALF)
    assert not actions.read_library(0, embedder=embedder, step=HALF)

    assert [one.name for one in (home / "library").iterdir()] == [meanings_file(embedder.name).name]
    assert meanings_file(embedder.name).stat().st_size < 256 * len(library_texts()) + 1_000
    found = tasks_by_both("bank transactions of records", language="en", most=5, embedder=embedder)
    assert 2503 in [one.number for one in found]
    broken = tasks_by_both(WORDS, language="en", most=5, embedder=Broken())
    assert broken == library_tasks_for(WORDS, language="en", most=5)


def test_before_it_was_read_words_have_to_do(home):
    assert lacks_meanings()
    assert tasks_for("bogholder", language="da", most=5) == library_tasks_for(
        "bogholder", language="da", most=5
    )


@pytest.mark.either
def test_it_is_asked_for_once_and_again_where_it_came_to_no_end(db, home, settings):
    before = jobs.waiting()

    assert actions.ask_to_read_library(at=MONDAY_9)
    assert not actions.ask_to_read_library(at=MONDAY_9 + timedelta(hours=1))
    assert actions.ask_to_read_library(at=MONDAY_9 + timedelta(hours=7))

    assert jobs.waiting() == before + 2
    settings.EMBEDDING_LEARNS = False
    assert not actions.ask_to_read_library(at=MONDAY_9 + timedelta(days=7))
