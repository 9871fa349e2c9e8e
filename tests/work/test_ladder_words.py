"""Why AI gained or lost ground, in the reader's own language."""

import pytest
from django.utils.translation import override

from samspil.core.evidence.climbing import Gap, Missing
from samspil.work.queries.ladder_words import gap_words, watch_words

FACTS = {"watch": "wrong_lately", "found": 3, "checks": 20, "limit": 56.42}


@pytest.mark.parametrize(("language", "limit"), [("en", "56.4"), ("da", "56,4"), ("de", "56,4")])
def test_a_watch_says_its_limit_as_its_reader_writes_numbers(language: str, limit: str):
    with override(language):
        said = watch_words(FACTS)

    assert limit in said
    assert "56.42" not in said


@pytest.mark.parametrize(("language", "limit"), [("en", "2.5"), ("da", "2,5"), ("de", "2,5")])
def test_what_is_missing_is_said_with_the_readers_numbers(language: str, limit: str):
    with override(language):
        said = gap_words(Missing(gap=Gap.PROOF, count=40, percent=2.5))

    assert limit in said
