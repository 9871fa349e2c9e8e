"""Cells that no spreadsheet takes for a program."""

import pytest

from samspil.adapters.tables import harmless


@pytest.mark.parametrize(
    "cell", ["=1+1", "-1+1", "-", "-A1", "@SUM(A1)", "+45", "-1\n", "--1", "-1."]
)
def test_what_begins_like_a_formula_is_written_as_words(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-1", "-0.2000", "12", "a-b", ""])
def test_a_number_below_zero_stays_a_number(cell):
    assert harmless(cell) == cell
