"""A team next to everybody: what is a difference, and what is not."""

from typing import Any

import pytest

from samspil.core.audit.beside import Beside, Kind, Side, differences, time_beside


def side(minutes: float = 60, **more: Any) -> Side:
    return Side(**{"minutes": minutes, "frustration": None, "wish": None, "wishes": ""} | more)


def beside(here: Side, everybody: Side, *, task: str = "mail", hours: float = 5) -> Beside:
    return Beside(task=task, hours=hours, here=here, everybody=everybody)


@pytest.mark.parametrize(
    ("here", "everybody", "kinds"),
    [
        (side(75), side(60), [Kind.LONGER]),
        (side(74), side(60), []),
        (side(48), side(60), [Kind.SHORTER]),
        (side(frustration=4.0), side(frustration=3.0), [Kind.MORE_FRUSTRATING]),
        (side(frustration=2.0), side(frustration=3.0), [Kind.LESS_FRUSTRATING]),
        (side(frustration=4.0), side(frustration=None), []),
        (side(wish=3.5), side(wish=2.0), [Kind.MORE_PERSON]),
        (side(wish=1.5), side(wish=2.5), [Kind.MORE_AI]),
        (side(wishes="alike"), side(wishes="apart"), [Kind.AGREED]),
        (side(wishes="mixed"), side(wishes="apart"), []),
    ],
    ids=[
        "longer", "hardly longer", "shorter", "more frustrating", "less frustrating",
        "frustration not told", "more person", "more AI", "agreed", "partly agreed",
    ],
)  # fmt: skip
def test_a_difference_is_named_by_its_kind(here, everybody, kinds):
    assert [one.kind for one in differences([beside(here, everybody)])] == kinds


def test_of_each_kind_the_tasks_come_that_take_most_hours():
    tasks = [beside(side(120), side(60), task=f"t{n}", hours=n) for n in range(5)]

    assert [one.figures["task"] for one in differences(tasks)] == ["t4", "t3", "t2"]


def test_how_much_longer_is_a_share_of_everybodys_minutes():
    assert time_beside(beside(side(90), side(60))) == 0.5
    assert time_beside(beside(side(30), side(60))) == -0.5
    assert time_beside(beside(side(1), side(0))) is None
