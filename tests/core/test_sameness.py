"""When two messages say much the same."""

import pytest

from samspil.core.sameness import ALIKE, shared_words

ASKED = "Hvor er min varmepumpe? Ordre 4711."


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (ASKED, True),
        ("HVOR er min varmepumpe, ordre 4711", True),
        ("Hej igen. Hvor er min varmepumpe? Ordre 4711.", True),
        ("Jeg vil gerne have en kopi af min faktura", False),
        ("", False),
    ],
)
def test_messages_are_alike_by_their_words(other, alike):
    assert (shared_words(ASKED, other) >= ALIKE) is alike


def test_texts_without_words_share_none():
    assert shared_words("", "?!") == 0.0
