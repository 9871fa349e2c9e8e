"""A month to answer who asks what is held of them."""

from datetime import date

import pytest

from samspil.core.access_requests import due_on


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 3, 2), date(2026, 4, 2)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2026, 11, 30), date(2026, 12, 30)),
    ],
)
def test_lr13_it_is_due_a_month_later(received, due):
    assert due_on(received) == due
