"""Minutes of single cases, as people type and paste them."""

import pytest

from samspil.core.measures.timed import BadTimes, timed


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("12 9 14,5 8.25", [12, 9, 14.5, 8.25]),
        ("12, 9, 14", [12, 9, 14]),
        ("12;9;\n14\t0", [12, 9, 14, 0]),
        ("12,5, 9", [12.5, 9]),
        (" , ", []),
        ("", []),
    ],
)
def test_minutes_are_read_however_they_are_parted(text, minutes):
    assert timed(text) == minutes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12 ten", "“ten” is no number of minutes: write one for each case, with spaces between."),
        ("1.2.3", "“1.2.3” is no number of minutes: write one for each case, with spaces between."),
        ("nan", "“nan” is no number of minutes: write one for each case, with spaces between."),
        ("1e9", "“1e9” is no number of minutes: write one for each case, with spaces between."),
        ("١٢", "“١٢” is no number of minutes: write one for each case, with spaces between."),
        ("-3", "“-3” is not between 0 and 100,000 minutes."),
        ("100001", "“100001” is not between 0 and 100,000 minutes."),
        ("1 " * 10_001, "More than 10,000 cases: give the figures of all together instead."),
    ],
)
def test_what_are_no_minutes_is_named(text, said):
    with pytest.raises(BadTimes) as bad:
        timed(text)

    assert str(bad.value) == said
