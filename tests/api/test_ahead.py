"""What lies ahead, for programs."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from samspil.core.roles import Role
from samspil.work.models import Capacity, DayPrice, RunningPrice
from tests.factories import make_colleague, make_open, make_past, make_process, make_team


@pytest.fixture
def process(organisation):
    return make_process(team=make_team(make_colleague(Role.REVIEWER)))


@pytest.fixture
def address(process):
    return f"/processes/{process.public_id}/ahead"


def test_without_a_past_it_is_said_what_is_missing(program_of, address):
    status, told = program_of(Role.EMPLOYEE).get(address)

    assert status == 200
    assert (told["today"], told["then"], told["work"]) == (None, None, None)
    assert (told["days_missing"], told["timed_missing"], told["people"]) == (7, 10, 1)


def test_what_is_supposed_stands_beside_what_is(program_of, process, address):
    make_past(process, until=timezone.now(), days=40, a_day=20)

    status, told = program_of(Role.EMPLOYEE).get(address, wrong=5, arrivals=20)

    assert status == 200
    assert told["today"]["alone"]["value"] == 0
    assert told["then"]["alone"]["value"] > 0.5
    assert len(told["then"]["days"]) == 14
    assert told["then"]["days"][0].keys() == {"day", "hours", "waiting", "late"}
    assert told["minutes_stated"] is False
    assert told["looking_back"] is None, "six weeks are not known"
    assert program_of(Role.EMPLOYEE).get(address)[1]["then"] is None


def test_what_a_minute_must_save_is_told_in_steps_and_in_money_where_an_error_costs_some(
    program_of, process, address
):
    now = timezone.now()
    make_past(process, until=now, days=40, a_day=20)
    make_open(process, n=3, due=now + timedelta(hours=8), sureness=0.9)
    assert program_of(Role.EMPLOYEE).get(address)[1]["price"] is None, "not worked out yet"

    RunningPrice.objects.create(process=process, price=0.0512, moved_to=now)
    DayPrice.objects.create(process=process, day=date(2026, 3, 2), price=0.25)
    _, told = program_of(Role.EMPLOYEE).get(address)
    assert told["work"]["below_price"] == 3
    assert "0512" not in str(told["price"])
    assert "one error in every 20 minutes" in told["price"].pop("words")
    assert told["price"] == {
        "minutes_for_one_error": 20, "errors_a_minute": 0.05, "money_a_minute": None,
        "currency": "", "days": [{"day": "2026-03-02", "errors_a_minute": 0.25}],
    }  # fmt: skip

    Capacity.objects.create(process=process, error_cost=Decimal(300), currency="DKK")
    _, told = program_of(Role.EMPLOYEE).get(address)
    assert (told["price"]["money_a_minute"], told["price"]["currency"]) == ("15.00", "DKK")


@pytest.mark.parametrize(
    "asked", [{"wrong": 3}, {"ill": -1}, {"ill": 2}, {"arrivals": 401}, {"checked": "all"}]
)
def test_what_cannot_be_supposed_is_refused(program_of, address, asked):
    status, _ = program_of(Role.OWNER).get(address, **asked)

    assert status == 422
