"""LR14: a table of decisions by group, bad ones too, and what it shows."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.fairness.group_report import REST, rows_of
from samspil.core.fairness.group_table import BadGroups, Problem, counted, told_groups
from samspil.core.fairness.outcomes import Verdict
from samspil.core.shares import Share


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_counts_and_single_decisions_say_the_same():
    counts = counted(table("Gruppe;Udvalgt;I alt\nKvinder;12;40\nMænd;30;60\n"))
    decisions = "group;outcome\n" + "Kvinder;ja\n" * 12 + "kvinder;nej\n" * 28
    decisions += "Mænd;1\n" * 30 + " mænd ;0\n" * 30

    assert counted(table(decisions)) == counts
    assert counts.groups == {"Kvinder": Share(hits=12, n=40), "Mænd": Share(hits=30, n=60)}


def test_decisions_without_a_group_are_counted_apart():
    found = counted(table("group;selected;all\na;1;9\nb;2;9\n;3;4\n"))

    assert (set(found.groups), found.unknown) == ({"a", "b"}, 4)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem.NO_COLUMNS),
        ("name;age\nx;1\n", Problem.NO_COLUMNS),
        ("group;selected;all\na;-1;5\nb;1;5\n", Problem.NO_COUNT),
        ("group;selected;all\na;1,5;5\nb;1;5\n", Problem.NO_COUNT),
        ("group;selected;all\na;²;5\nb;1;5\n", Problem.NO_COUNT),
        ("group;selected;all\na\nb;1;5\n", Problem.NO_COUNT),
        ("group;selected;all\na;6;5\nb;1;5\n", Problem.MORE_THAN_ALL),
        ("group;selected;all\na;1;5\nA;1;5\n", Problem.TWICE),
        ("group;selected;all\na;1;5\n", Problem.ONE_GROUP),
        ("group;selected;all\na;1;5\nb;0;0\n", Problem.ONE_GROUP),
        ("group;outcome\na;perhaps\n", Problem.NO_OUTCOME),
        ("group;selected;all\na;1;5\nb;1;999999\n", Problem.TOO_MANY_CASES),
        (f"group;selected;all\n{'a' * 61};1;5\nb;1;5\n", Problem.TOO_LONG),
        ("group;outcome\n" + "".join(f"Person {n};ja\n" for n in range(30)),
         Problem.TOO_MANY_GROUPS),
    ],
)  # fmt: skip
def test_a_bad_table_is_refused_with_its_reason(text, problem):
    with pytest.raises(BadGroups) as why:
        counted(table(text))

    assert why.value.problem is problem


@given(st.lists(st.lists(st.text(max_size=8), max_size=4), max_size=6))
def test_no_table_breaks_it(rows):
    for head in (["group", "selected", "all"], ["group", "outcome"]):
        try:
            found = counted([head, *rows])
        except BadGroups:
            continue
        assert all(0 <= one.hits <= one.n for one in found.groups.values())


def test_lr8_a_group_of_few_is_never_told_by_itself():
    found = counted(table("group;selected;all\nf;7;20\nm;9;30\nx;1;2\n"))

    assert told_groups(found) == {"f, x": Share(hits=8, n=22), "m": Share(hits=9, n=30)}
    with pytest.raises(BadGroups, match="five decisions or more"):
        told_groups(counted(table("group;selected;all\nf;7;20\nx;1;2\n")))


def test_lr14_the_worked_example_comes_out_in_a_row():
    (row,) = rows_of({"A": Share(hits=12, n=40), "B": Share(hits=30, n=60)})

    assert (row.first, row.second) == ("A", "B")
    assert row.ratio == pytest.approx(0.6)
    assert (row.ratio_low, row.ratio_high) == pytest.approx((0.351, 1.026), abs=5e-4)
    assert (row.fisher, row.mid_p, row.boschloo) == pytest.approx(
        (0.0629, 0.0512, 0.0526), abs=5e-5
    )
    assert row.found.verdict is Verdict.NO_CONCLUSION
    assert row.below
    assert 0 < (row.false_alarms or 0) < 0.5


def test_three_groups_are_compared_with_the_rest_and_in_pairs():
    groups = {"A": Share(hits=5, n=60), "B": Share(hits=30, n=60), "C": Share(hits=31, n=60)}

    rows = rows_of(groups)

    assert [(one.first, one.second) for one in rows] == [
        ("A", REST), ("B", REST), ("C", REST), ("A", "B"), ("A", "C"), ("B", "C"),
    ]  # fmt: skip
    assert rows[0].found.verdict is Verdict.DIFFERENCE
    assert rows[5].found.verdict is Verdict.NO_CONCLUSION


def test_very_many_cases_take_no_longer():
    many = Share(hits=40_000, n=100_000)

    (row,) = rows_of({"A": many, "B": many})

    assert (row.verdict, row.boschloo, row.false_alarms) == ("no_difference", None, None)
