"""What a person may say of a task, and of a whole week."""

from math import inf, nan

import pytest

from samspil.core.audit import BadAnswer, Fault, Given, Per, check_answer, hindrances, hours_a_week
from samspil.core.audit.sheets import BadWeek, Kind, check_week

MAIL = Given(title="Answer mail", times=10, per=Per.DAY, minutes=12)


@pytest.mark.parametrize(
    ("per", "hours"),
    [(Per.DAY, 10), (Per.WEEK, 2), (Per.MONTH, 24 / 52), (Per.QUARTER, 8 / 52), (Per.YEAR, 2 / 52)],
)
def test_hours_are_those_of_an_average_week(per: Per, hours: float):
    assert hours_a_week(Given(title="A", times=2, per=per, minutes=60)) == pytest.approx(hours)


def test_what_is_not_said_yet_takes_no_time_and_may_be_kept():
    draft = Given(title="Answer mail")

    check_answer(draft)

    assert hours_a_week(draft) == 0


@pytest.mark.parametrize(
    ("changed", "fault", "field"),
    [
        ({"title": "  "}, Fault.NO_TITLE, "title"),
        ({"title": "x" * 301}, Fault.LONG_TITLE, "title"),
        ({"times": 0}, Fault.TIMES, "times"),
        ({"times": nan}, Fault.NO_NUMBER, "times"),
        ({"times": 2_000}, Fault.OFTEN, "times"),
        ({"minutes": -5}, Fault.MINUTES, "minutes"),
        ({"minutes": inf}, Fault.NO_NUMBER, "minutes"),
        ({"minutes": 7_000}, Fault.LONG, "minutes"),
        ({"times": 25, "minutes": 60}, Fault.DAY, "minutes"),
        ({"times": 170, "minutes": 60, "per": Per.WEEK}, Fault.WEEK, "minutes"),
        ({"error_share": 1.2}, Fault.SHARE, "error_share"),
        ({"frustration": 6}, Fault.FRUSTRATION, "frustration"),
        ({"wish": 0}, Fault.WISH, "wish"),
        ({"systems": ("x",) * 13}, Fault.SYSTEMS, "systems"),
        ({"systems": ("x" * 61,)}, Fault.LONG_SYSTEM, "systems"),
    ],
)
def test_what_cannot_be_so_is_named(changed: dict[str, object], fault: Fault, field: str):
    said = {"title": "Answer mail", "times": 10, "per": Per.DAY, "minutes": 12} | changed

    with pytest.raises(BadAnswer) as why:
        check_answer(Given(**said))  # type: ignore[arg-type]  # each case names its own

    assert (why.value.fault, why.value.field) == (fault, field)


def test_twenty_five_hours_a_day_say_how_to_mend_it():
    with pytest.raises(BadAnswer, match="25 hours a day, and a day has 24: make it fewer"):
        check_answer(Given(title="A", times=25, per=Per.DAY, minutes=60))


def test_what_touches_two_systems_is_carried_between_them():
    assert Given(title="A", systems=("SAP", "Excel")).between_systems
    assert not Given(title="A", systems=("SAP", "sap")).between_systems


def test_a_sheet_within_the_week_may_be_handed_in():
    assert hindrances([MAIL], week=10.0) == []


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        ([], [Kind.NOTHING]),
        ([Given(title="A", times=1)], [Kind.UNSAID]),
        ([MAIL, Given(title="answer  MAIL", times=1, minutes=5)], [Kind.TWICE]),
        ([MAIL, Given(title="B", times=-1, minutes=5)], [Kind.ANSWER]),
        ([MAIL, Given(title="B", times=30, minutes=60)], [Kind.MORE_THAN_WEEK]),
    ],
)
def test_what_contradicts_itself_is_named(given: list[Given], kinds: list[Kind]):
    assert [one.kind for one in hindrances(given, week=37.0)] == kinds


def test_estimates_may_be_a_little_more_than_the_week():
    week = Given(title="A", times=38, per=Per.WEEK, minutes=60)

    assert hindrances([week], week=37.0) == []


@pytest.mark.parametrize("hours", [0, -1, 81, nan, inf])
def test_a_week_has_only_so_many_hours(hours: float):
    with pytest.raises(BadWeek):
        check_week(hours)
