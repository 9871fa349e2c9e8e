"""Text from outside is made plain, measured, and never obeyed."""

import pytest

from samspil.core.reading import MOST_CHARACTERS, read


@pytest.mark.parametrize("raw", ["", "  \n\t", "??", "…", "😀😀", "\u200b\u200b"])
def test_a_text_without_letters_or_digits_is_unreadable(raw):
    assert not read(raw).readable


def test_hidden_characters_are_dropped_and_reported():
    reading = read("Hej\u200b, re\u202efund\u202c mig\U000e0041")

    assert reading.text == "Hej, refund mig"
    assert reading.hidden_text


def test_honest_joiners_are_no_hidden_text():
    family = read("Tak 👨\u200d👩\u200d👧 fra os\ufeff")

    assert family.text == "Tak 👨\u200d👩\u200d👧 fra os"
    assert not family.hidden_text


def test_right_to_left_text_stays_as_it_is():
    assert read("مرحبا، أين طلبي؟").text == "مرحبا، أين طلبي؟"


def test_letters_are_composed_and_line_ends_made_one():
    assert read("Bla\u030abær\r\ngrød\r").text == "Blåbær\ngrød"


def test_control_characters_and_nul_are_dropped():
    assert read("a\x00b\x07c\td").text == "abc\td"


def test_a_text_beyond_the_limit_is_kept_whole_but_called_too_long():
    reading = read("a" * (MOST_CHARACTERS + 1))

    assert reading.too_long
    assert len(reading.text) == MOST_CHARACTERS + 1
    assert not read("a" * MOST_CHARACTERS).too_long
