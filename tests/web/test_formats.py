"""Dates are read the same way by everybody in the company, whatever their language."""

from datetime import UTC, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

THIRD_OF_APRIL = datetime(2026, 4, 3, 15, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("en", "3 Apr 2026, 15:05", "3 April 2026, 15:05"),
        ("da", "03.04.2026 15:05", "3. april 2026 15:05"),
        ("de", "03.04.2026 15:05", "3. April 2026 15:05"),
    ],
)
def test_no_language_puts_the_month_first_or_halves_the_day(language: str, short: str, long: str):
    with translation.override(language):
        assert date_format(THIRD_OF_APRIL, "SHORT_DATETIME_FORMAT") == short
        assert date_format(THIRD_OF_APRIL, "DATETIME_FORMAT") == long
