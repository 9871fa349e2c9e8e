"""People ask in everyday words; documents are written in others, and in other languages."""

from samspil.core.knowledge.everyday import meant, phrases, said
from samspil.core.knowledge.index import Entry, Index, part_of

SICK = Entry(text="Sygdom skal meldes inden kl. 08.00.")
LUNCH = Entry(text="Frokosten koster 400 kr. om måneden.")


def first(question: str) -> str:
    entries = [LUNCH, SICK]
    (hit, *_) = Index.of([part_of(entries, language="da")]).search(question)
    return entries[hit.passage].text


def test_an_everyday_word_finds_the_word_of_the_document():
    assert first("Jeg har feber, hvad gør jeg?") == SICK.text


def test_a_question_in_another_language_finds_it_too():
    assert first("Wann muss ich mich krank melden?") == SICK.text
    assert first("What does the canteen cost?") == LUNCH.text


def test_the_very_word_counts_more_than_another_for_the_same():
    entries = [Entry(text="In case of illness call."), Entry(text="In case of fever call.")]
    (hit, *_) = Index.of([part_of(entries, language="en")]).search("fever")
    assert hit.passage == 1


def test_words_that_count_only_together_are_found_in_a_question():
    ((phrase, things),) = phrases("what happens when i am let go?", language="en")
    assert phrase == "let go"
    assert any("entlass" in said(thing, language="de") for thing in things)
    assert phrases("let it go", language="en") == []


def test_what_is_in_no_list_means_only_itself():
    assert meant("zebra", language="da") == frozenset()
