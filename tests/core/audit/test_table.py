"""A table of tasks becomes answers, and what is wrong in it is named row by row."""

import pytest

from samspil.core.audit import Given, Per
from samspil.core.audit.table import BadTable, Problem, brought

HEAD = ("Opgave", "Gange", "Om", "Minutter", "Fejl af 100", "Frustration", "Ønske", "Systemer")


def test_a_table_in_danish_becomes_answers():
    found = brought(
        [HEAD, ("Svare på mails", "10", "dag", "12,5", "5", "4", "H2", "Outlook, SAP"), ()]
    )

    assert found.wrong == []
    assert found.answers == [
        Given(
            title="Svare på mails", times=10, per=Per.DAY, minutes=12.5, error_share=0.05,
            frustration=4, wish=2, systems=("Outlook", "SAP"),
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("Mail", "often", "day", "5"), Problem.NO_NUMBER),
        (("Mail", "5", "fortnight", "5"), Problem.NO_PERIOD),
        (("Mail", "25", "day", "60"), Problem.ROW),
        (("Mail", "1", "day", "-5"), Problem.ROW),
        (("", "1", "day", "5"), Problem.ROW),
        (("mail", "1", "day", "5", "", "", "2.5"), Problem.NO_NUMBER),
        (("mail", "1", "day", "5", "", "", "nan"), Problem.NO_NUMBER),
        (("First", "1", "day", "5"), Problem.TWICE),
    ],
)
def test_a_wrong_row_is_named_and_keeps_no_other_back(row: tuple[str, ...], problem: Problem):
    found = brought([HEAD, ("First", "1", "week", "5"), row, ("Last", "1", "week", "5")])

    assert [one.title for one in found.answers] == ["First", "Last"]
    assert [(one.problem, one.figures["row"]) for one in found.wrong] == [(problem, 3)]


def test_a_table_without_columns_or_with_too_many_rows_is_refused():
    with pytest.raises(BadTable) as why:
        brought([("a", "b")])
    assert why.value.problem is Problem.NO_COLUMNS
    with pytest.raises(BadTable) as why:
        brought([HEAD, *((f"Task {n}", "1", "week", "5") for n in range(101))])
    assert why.value.problem is Problem.TOO_MANY
