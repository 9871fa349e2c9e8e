"""Passages are found by their words and by what they mean, and only among what one may read."""

import numpy as np

from samspil.core.knowledge.index import Entry, Index, Part, part_of

HOLIDAYS = Entry(headings=("Ferie",), text="Hovedferien skal ligge i juli og meldes i Zenegy.")
SICKNESS = Entry(headings=("Sygdom",), text="Er du syg, så meld det inden kl. 08.00 på Slack.")
LUNCH = Entry(headings=("Frokost",), text="Frokosten koster 400 kr., ring på 33 91 51 43.")
PHONE = Entry(headings=("Telefon",), text="Telefonen må bruges privat i rimeligt omfang.")


def danish(*entries: Entry, key: str = "handbook") -> Part:
    return part_of(entries, language="da", key=key)


def found(index: Index, question: str) -> list[int]:
    return [hit.passage for hit in index.search(question)]


def directions(*rows: int) -> np.ndarray:
    """A vector of length 1 for each, those with the same number alike."""
    return np.eye(8, dtype=np.float32)[list(rows)]


def test_a_word_in_another_form_finds_its_passage():
    index = Index.of([danish(HOLIDAYS, SICKNESS, LUNCH)])
    assert found(index, "Hvornår skal jeg melde mig syg?")[0] == 1


def test_a_word_is_found_inside_a_compound_and_the_other_way_round():
    index = Index.of([danish(SICKNESS, LUNCH, HOLIDAYS)])
    assert found(index, "ferie i juli")[0] == 2
    assert found(index, "telefonnummer til frokostordningen")[0] == 1


def test_german_compounds_are_found_by_their_parts():
    holidays = Entry(text="Den Antrag stellt man einen Tag vorher.")
    other = Entry(text="Die Pause dauert eine halbe Stunde.")
    index = Index.of([part_of([other, holidays], language="de")])
    assert found(index, "Wann muss der Urlaubsantrag da sein?")[0] == 1


def test_a_heading_tells_what_its_text_does_not_say():
    index = Index.of([danish(HOLIDAYS, Entry(headings=("Rygning",), text="Kun udenfor."))])
    assert found(index, "rygning") == [1]


def test_a_number_is_found_exactly():
    index = Index.of([danish(HOLIDAYS, SICKNESS, LUNCH)])
    assert found(index, "Hvis nummer er 33 91 51 43?") == [2]


def test_a_question_without_anything_in_common_finds_nothing():
    index = Index.of([danish(HOLIDAYS, SICKNESS)])
    assert index.search("Zebra") == []
    assert index.search("") == []
    assert Index.of([]).search("ferie") == []


def test_what_one_may_not_read_is_neither_found_nor_counted():
    open_part, secret = danish(LUNCH, PHONE), danish(HOLIDAYS, HOLIDAYS, key="secret")
    assert {hit.part.key for hit in Index.of([open_part, secret]).search("ferie")} == {"secret"}
    allowed = Index.of([open_part]).search("Hvad koster frokosten i ferien?")
    alone = Index.of([danish(LUNCH, PHONE)]).search("Hvad koster frokosten i ferien?")
    assert [hit.score for hit in allowed] == [hit.score for hit in alone]


def test_meaning_finds_what_shares_no_word():
    part = danish(HOLIDAYS, SICKNESS, LUNCH).with_vectors(directions(0, 1, 2), embedder="e")
    hits = Index.of([part]).search("Fieber", vector=directions(1)[0], embedder="e")
    assert hits[0].passage == 1
    assert hits[0].matched == ()
    assert hits[0].lexical == 0


def test_vectors_of_another_embedder_are_not_compared():
    part = danish(HOLIDAYS, SICKNESS).with_vectors(directions(0, 1), embedder="old")
    assert Index.of([part]).search("Fieber", vector=directions(1)[0], embedder="new") == []


def test_each_language_is_measured_apart():
    danish_part = danish(HOLIDAYS, SICKNESS, LUNCH).with_vectors(
        np.array([[0.9, 0.1], [0.9, 0.2], [0.9, 0.1]], dtype=np.float32), embedder="e"
    )
    english = part_of(
        [Entry(text="Sick leave"), Entry(text="Lunch"), Entry(text="Phones")], language="en"
    ).with_vectors(np.array([[0.7, 0.3], [0.5, 0.1], [0.5, 0.1]], dtype=np.float32), embedder="e")
    question = np.array([1, 0], dtype=np.float32)
    hits = Index.of([danish_part, english]).search("xyz", vector=question, embedder="e")
    assert hits[0].part is english


def test_a_hit_says_which_words_it_holds():
    index = Index.of([danish(HOLIDAYS, SICKNESS)])
    (hit, *_) = index.search("Skal ferien meldes i Zenegy og i SAP?")
    assert hit.matched == ("ferien", "meldes", "zenegy")
    assert 0 < hit.lexical <= hit.covered < 1
    assert hit.cosine is None


def test_no_more_is_given_than_asked_for():
    index = Index.of([danish(*[HOLIDAYS] * 5)])
    assert [hit.passage for hit in index.search("ferie", limit=2)] == [0, 1]
