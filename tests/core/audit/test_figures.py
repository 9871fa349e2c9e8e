"""What is told of many people's answers, and what must never be found in it."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from samspil.core.audit import Agreement, Given, Said, Told, settled


def said(
    person: int, task: str = "mail", *, team: str = "a", minutes: float = 60,
    brought: bool = False, **more: Any,
) -> Said:  # fmt: skip
    given = Given(title=task, times=1, minutes=minutes, **more)
    return Said(person=str(person), task=task, team=team, given=given, brought=brought)


def found(told: Iterable[Told], task: str | None, team: str | None = None) -> Told | None:
    return next((one for one in told if (one.task, one.team) == (task, team)), None)


def test_nothing_is_told_of_four():
    assert settled([said(one) for one in range(4)]) == []


def test_of_five_the_hours_together_and_means_are_told():
    told = found(settled([said(one, wish=2, frustration=4) for one in range(5)]), "mail")

    assert told is not None
    assert (told.people, told.hours, told.minutes) == (5, 5.0, 60.0)
    assert (told.wish, told.frustration) == (2.0, 4.0)
    assert told.wishes is Agreement.ALIKE


def test_tasks_of_few_are_told_together_where_they_are_of_five():
    few = [said(one, "tax") for one in range(3)] + [said(one, "law") for one in range(3, 5)]

    told = settled([said(one) for one in range(6)] + few)

    rest = found(told, None)
    assert rest is not None
    assert rest.hours == 5.0
    assert found(told, "tax") is None
    assert found(settled([said(one) for one in range(6)] + few[:3]), None) is None


def test_a_mean_at_the_end_of_the_scale_leaves_room_for_doubt():
    told = found(settled([said(one, wish=1, frustration=5) for one in range(5)]), "mail")

    assert told is not None
    assert (told.wish, told.frustration) == (1.5, 4.5)


def test_what_few_said_is_not_told_though_the_task_is():
    answers = [said(one, wish=3 if one < 4 else None) for one in range(8)]

    told = found(settled(answers), "mail")

    assert told is not None
    assert told.wish is None
    assert told.wishes is None


def test_no_team_is_told_whose_others_would_be_too_few():
    answers = [said(one, team="a") for one in range(6)] + [said(9, team="b")]

    told = settled(answers)

    assert found(told, "mail") is not None
    assert found(told, "mail", "a") is None


def test_whatever_is_subtracted_is_of_five_people():
    sizes = {"a": 7, "b": 5, "c": 3, "d": 1}
    people = iter(range(99))
    answers = [said(next(people), team=team) for team, n in sizes.items() for _ in range(n)]

    told = settled(answers)

    whole = found(told, "mail")
    parts = [one.people for one in told if one.team is not None]
    assert whole is not None
    assert parts
    left = {
        whole.people - sum(some) for n in range(len(parts) + 1) for some in combinations(parts, n)
    }
    assert all(one == 0 or one >= 5 for one in left)


def test_a_teams_wish_is_not_told_where_the_few_elsewhere_would_show():
    here = [said(one, team="a", wish=2) for one in range(6)]
    there = [said(one, team="b", wish=5 if one < 12 else None) for one in range(10, 16)]

    told = settled(here + there)

    team = found(told, "mail", "a")
    assert team is not None
    assert team.wish is None


def test_hours_between_systems_are_told_unless_they_single_somebody_out():
    both: dict[str, Any] = {"systems": ("SAP", "Excel")}
    five = [said(one, **both) for one in range(5)]

    all_of_them = found(settled(five), "mail")
    but_one = found(settled([*five, said(9)]), "mail")
    half = found(settled([*five, *(said(one) for one in range(10, 15))]), "mail")
    nobody = found(settled([said(one) for one in range(5)]), "mail")

    told = [one.between_hours for one in (all_of_them, but_one, half, nobody) if one]
    assert told == [5.0, None, 5.0, 0.0]


def test_a_system_that_few_named_is_not_told():
    answers = [said(one, systems=("SAP", f"own {one}")) for one in range(5)]

    told = found(settled(answers), "mail")

    assert told is not None
    assert told.systems == ("SAP",)


def test_colleagues_who_differ_are_said_to():
    answers = [
        said(one, wish=1 if one % 2 else 5, minutes=10 if one % 2 else 400) for one in range(6)
    ]

    told = found(settled(answers), "mail")

    assert told is not None
    assert (told.wishes, told.durations) == (Agreement.APART, Agreement.APART)


def test_a_teams_tasks_of_few_people_are_told_together_beside_all_of_them():
    few = [said(one, f"own {one}", team="a" if one < 6 else "b") for one in range(12)]

    told = settled(few)

    whole, ours = found(told, None), found(told, None, "a")
    assert whole is not None
    assert ours is not None
    assert (whole.people, whole.hours, ours.people, ours.hours) == (12, 12.0, 6, 6.0)


def test_who_has_many_tasks_of_few_people_counts_once():
    few = [said(one % 4, f"own {one}", team="a") for one in range(12)]
    others = [said(one, f"own {one}", team="b") for one in range(20, 25)]

    told = settled(few + others)

    assert found(told, None) is not None
    assert found(told, None, "a") is None
    assert found(told, None, "b") is None


def test_whoever_brought_answers_in_cannot_subtract_them_from_what_is_told():
    brought = [said(one, minutes=60, brought=True) for one in range(4)]
    one_alone = [said(9, minutes=200)]

    assert settled(brought + one_alone) == []

    six = [said(one, minutes=60, brought=True) for one in range(6)]
    told = found(settled(six + one_alone), "mail")

    assert told is not None
    assert (told.people, told.minutes) == (6, 60.0)


def test_what_was_brought_in_counts_with_what_enough_people_said_themselves():
    brought = [said(one, minutes=60, brought=True) for one in range(4)]
    themselves = [said(one, minutes=60) for one in range(10, 15)]

    told = found(settled(brought + themselves), "mail")

    assert told is not None
    assert told.people == 9


def test_no_team_is_told_in_which_few_said_it_themselves_among_those_brought_in():
    brought = [said(one, team="a", brought=True) for one in range(6)]
    few = [said(one, team="a") for one in range(20, 22)]
    elsewhere = [said(one, team="b") for one in range(30, 36)]

    told = settled(brought + few + elsewhere)

    whole = found(told, "mail")
    assert whole is not None
    assert whole.people == 14
    assert found(told, "mail", "a") is None
    assert found(told, "mail", "b") is None


def test_a_wish_that_few_said_themselves_is_not_told_among_those_brought_in():
    brought = [said(one, wish=2, brought=True) for one in range(6)]
    themselves = [said(one, wish=5 if one < 12 else None) for one in range(10, 16)]

    told = found(settled(brought + themselves), "mail")

    assert told is not None
    assert (told.people, told.wish) == (12, None)


def test_a_system_named_by_one_beside_four_brought_in_is_not_told():
    brought = [said(one, systems=("SAP",), brought=True) for one in range(4)]
    themselves = [said(one, systems=("SAP",) if one == 10 else ()) for one in range(10, 15)]

    told = found(settled(brought + themselves), "mail")

    assert told is not None
    assert told.systems == ()
