"""Names of months are Django's own in every language."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format


@pytest.mark.parametrize(("language", "may"), [("da", "maj"), ("de", "Mai"), ("en", "May")])
def test_no_sentence_of_ours_stands_in_for_the_name_of_a_month(language, may):
    with translation.override(language):
        months = [date_format(date(2026, month, 1), "F") for month in range(1, 13)]

    assert months[4] == may
    assert len({one.casefold()[:3] for one in months}) == 12
