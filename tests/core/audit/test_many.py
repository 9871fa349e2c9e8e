"""A table of many people's answers: who is told apart, and what is named."""

from collections.abc import Sequence

import pytest

from samspil.core.audit.many import BadRows, Problem, read_many
from samspil.core.audit.parting import LEFT_OUT, Here, Parted, numbered, parted
from samspil.core.audit.table import BadTable

HEAD = ("Person", "Team", "Mail", "Task", "Times", "Per", "Minutes")


def row(
    person: str = "K-1", team: str = "Sales", mail: str = "", task: str = "Mail", times: str = "1",
    per: str = "week", minutes: str = "60",
) -> tuple[str, ...]:  # fmt: skip
    return (person, team, mail, task, times, per, minutes)


def found(*rows: Sequence[str], here: Here | None = None) -> Parted:
    return parted(read_many([HEAD, *rows]).rows, here or Here(teams=["Sales", "Stores"]))


def said(wrong: Sequence[BadTable]) -> list[str]:
    return [one.words.format(**one.figures) for one in wrong]


def test_rows_of_one_label_are_one_person_with_a_running_number():
    told = found(row(" k-1 "), row("K-1", task="Offers"), row("Bo", team="stores"))

    assert [(one.number, one.team, len(one.answers)) for one in told.people] == [
        (1, "Sales", 2), (2, "Stores", 1)
    ]  # fmt: skip
    assert told.wrong == []


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (row(""), "Row 2: there is no person."),
        (row(team=""), "Row 2: the team is empty."),
        (row(minutes="-5"), "Row 2: The minutes must be more than 0."),
        (row(times="25", per="day"), "Row 2: That would be 25 hours a day"),
        (row(times="often"), "Row 2: “often” is no number."),
        (row(minutes=""), "Row 2: say how many times and how many minutes."),
        (row(times="nan"), "Row 2: One of the numbers is none"),
    ],
    ids=["no person", "no team", "negative", "25 hours", "no number", "unsaid", "nan"],
)
def test_what_cannot_be_so_is_named_with_its_row(bad, sentence):
    read = read_many([HEAD, bad, row()])

    (why,) = read.wrong
    fault = why.fault.words.format(**why.fault.figures) if why.fault else ""
    assert why.words.format(fault=fault, **why.figures).startswith(sentence)
    assert len(read.rows) == 1


def test_a_team_that_is_not_asked_is_named_with_those_that_are():
    told = found(row(team="Mars"), row("B"))

    assert said(told.wrong) == [
        "Row 2: there is no team “Mars” that this round asks. It asks: Sales, Stores."
    ]
    assert len(told.people) == 1


def test_whoever_contradicts_themselves_on_a_task_is_not_counted_there():
    told = found(row(minutes="10"), row(minutes="20"), row(task="Offers"))

    assert said(told.wrong) == [
        "Rows 2, 3: one person says different things of one task. None of them is counted."
    ]
    assert [list(one.answers) for one in told.people] == [["offers"]]


def test_the_same_twice_counts_once():
    told = found(row(), row())

    assert [one.figures["row"] for one in told.wrong] == [3]
    assert len(told.people[0].answers) == 1


def test_two_names_that_stand_for_one_task_are_one_task():
    here = Here(teams=["Sales"], tasks={"mail": "task:1", "mails": "task:1", "coffee": LEFT_OUT})

    told = found(row(), row(task="Mails", minutes="5"), row(task="Coffee"), here=here)

    assert [one.figures["rows"] for one in told.wrong] == ["2, 3"]
    assert told.people == []


def test_more_than_the_week_leaves_the_person_out_and_nobody_else():
    told = found(*(row(task=f"t{n}", times="20") for n in range(2)), row("B"))

    (why,) = said(told.wrong)
    assert why == (
        "Rows 2, 3: the tasks of this person take 40.0 hours a week together, and the week has "
        "37.0. The person is left out."
    )
    assert len(told.people) == 1


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([row(), row(team="Stores", task="b")], Problem.TEAMS),
        ([row(mail="a@x.dk"), row(mail="b@x.dk", task="b")], Problem.ADDRESSES),
        ([row(mail="a@x.dk"), row("B", mail="A@x.dk")], Problem.SAME_ADDRESS),
    ],
    ids=["two teams", "two addresses", "two people with one address"],
)
def test_what_does_not_agree_with_itself_is_named(rows, problem):
    (why,) = found(*rows).wrong

    assert isinstance(why, BadRows)
    assert (why.kind, why.figures["row"]) == (problem, 3)


def test_whoever_came_with_another_table_is_left_out_wholly():
    here = Here(teams=["Sales"], before={"a@x.dk"})

    told = found(row(task="b"), row(mail="a@x.dk"), row("B"), here=here)

    assert [one.figures["row"] for one in told.wrong] == [2, 3]
    assert len(told.people) == 1


def test_labels_are_replaced_by_running_numbers():
    rows = read_many([HEAD, row("Ida Holm"), row("Bo"), row("Ida Holm", task="b")]).rows

    assert [one.person for one in numbered(rows)] == ["1", "2", "1"]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ([("task", "times", "minutes"), ("Mail", "1", "1")], Problem.NO_COLUMNS),
        ([HEAD], Problem.NOTHING),
        ([], Problem.NO_COLUMNS),
        ([HEAD, *(row(str(n)) for n in range(1_001))], Problem.TOO_MANY_PEOPLE),
        ([HEAD, *(row(task=f"t{n}") for n in range(301))], Problem.TOO_MANY_TASKS),
    ],
    ids=["no label", "no row", "empty", "too many people", "too many tasks"],
)
def test_what_is_no_such_table_is_refused_as_a_whole(table, problem):
    with pytest.raises(BadRows) as why:
        read_many(table)

    assert why.value.kind == problem
