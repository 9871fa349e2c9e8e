"""A text is known by its sentences, however it is spaced."""

from samspil.core.marking import fingerprints, sentences

KEY = b"m" * 32
TEXT = "Thank you for your message. We will look into it today!\nKind regards"


def test_short_sentences_prove_nothing_and_are_left_out():
    assert sentences(TEXT) == ["thank you for your message", "we will look into it today"]


def test_spacing_case_and_punctuation_do_not_matter():
    same = "thank you  for your MESSAGE…  We will look into it, today."

    assert fingerprints(same, key=KEY) == fingerprints(TEXT, key=KEY)


def test_one_changed_word_changes_one_fingerprint():
    changed = TEXT.replace("today", "tomorrow")

    same = set(fingerprints(changed, key=KEY)) & set(fingerprints(TEXT, key=KEY))
    assert len(same) == 1


def test_another_key_gives_other_fingerprints():
    assert fingerprints(TEXT, key=b"n" * 32) != fingerprints(TEXT, key=KEY)


def test_nothing_has_no_fingerprints():
    assert fingerprints("", key=KEY) == []
