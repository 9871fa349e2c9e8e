"""What lies ahead, as people see it on its page and in a terminal."""

import re
from decimal import Decimal
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from samspil.work import actions
from samspil.work.models import Capacity
from tests.factories import MONDAY_9, make_past
from tests.pages import english

pytestmark = pytest.mark.either


def lately():
    """Now, or late at night some hours before: what came then was decided on the same day."""
    now = timezone.localtime(timezone=ZoneInfo("Europe/Copenhagen"))
    return min(now, now.replace(hour=21))


def address(process):
    return reverse("work:ahead", args=[process.public_id])


def test_the_page_says_what_is_missing_and_then_what_lies_ahead(process, anna, client_of):
    client = english(client_of(anna))
    told = client.get(address(process)).content.decode()
    assert "7 more days must pass" in told
    assert "10 more cases must be decided" in told

    make_past(process, until=lately(), days=40, a_day=20, urgent=4)
    told = client.get(address(process)).content.decode()
    assert "As it is" in told
    assert "<h2>What if</h2>" not in told

    told = client.get(address(process), {"wrong": "5", "ill": "1"}).content.decode()
    assert "<h2>What if</h2>" in told
    assert re.search(r"about \d+ in 100 \(\d+ to \d+ in 100\)", told)
    assert "640 verified answers" in told
    assert "Looking back" not in told, "six weeks are not known"


@pytest.mark.parametrize(
    "asked",
    [
        {"wrong": "50"},
        {"ill": "3"},
        {"ill": "-1"},
        {"arrivals": "100000"},
        {"arrivals": "-100"},
        {"checked": "101"},
        {"checked": "many"},
    ],
)
def test_what_cannot_be_supposed_is_said_at_its_field(process, anna, client_of, asked):
    make_past(process, until=lately(), days=40, a_day=5)

    answer = english(client_of(anna)).get(address(process), asked)

    assert answer.status_code == 422
    assert "Please look at one thing" in answer.content.decode()
    assert "<h2>As it is</h2>" in answer.content.decode()
    assert "<h2>What if</h2>" not in answer.content.decode()


def test_the_time_people_have_is_stated_on_the_page_by_who_may(process, anna, bo, client_of):
    stated = {"minutes_a_day": "240", "error_cost": "12.50", "currency": "EUR"}
    reviewer = client_of(bo)
    assert reviewer.post(address(process), stated).status_code == 403
    assert "error_cost" not in reviewer.get(address(process)).content.decode()

    leader = english(client_of(anna))
    assert leader.post(address(process), stated).status_code == 302
    assert leader.post(address(process), stated | {"minutes_a_day": "-1"}).status_code == 422
    assert leader.post(address(process), stated | {"currency": "XYZ"}).status_code == 422

    kept = Capacity.objects.get()
    assert (kept.minutes_a_day, kept.error_cost, kept.currency) == (240, Decimal("12.50"), "EUR")
    assert "as somebody stated them here" in leader.get(address(process)).content.decode()


def test_errors_have_a_price_where_somebody_said_what_one_costs(process, anna, client_of):
    make_past(process, until=lately(), days=40, a_day=20)
    actions.set_capacity(process, minutes_a_day=None, error_cost=Decimal(100), currency="DKK",
                         by=anna, at=MONDAY_9)  # fmt: skip

    told = english(client_of(anna)).get(address(process), {"wrong": "5"}).content.decode()

    assert "What those cost" in told
    assert re.search(r"0 DKK \(0 to [\d,]+\)", told)


def test_the_command_line_says_the_same(process):
    make_past(process, until=lately(), days=40, a_day=20)

    told = StringIO()
    call_command("ahead", "--process", "Questions", "--wrong", "5", "--ill", "2", stdout=told)

    assert "800 cases of 40 days, 800 timed, 800 verified; 0 are open." in told.getvalue()
    assert "As it is:" in told.getvalue()
    assert "What if: More arrives than people have time for" in told.getvalue()
    with pytest.raises(CommandError, match="Only 2 people decide here"):
        call_command("ahead", "--process", "Questions", "--ill", "9", stdout=StringIO())
    with pytest.raises(CommandError, match="--wrong"):
        call_command("ahead", "--process", "Questions", "--wrong", "3", stdout=StringIO())


def test_looking_back_says_how_far_to_trust_it(process, anna, client_of):
    make_past(process, until=lately(), days=60, a_day=5)
    make_past(process, until=lately(), days=10, a_day=30)

    told = english(client_of(anna)).get(address(process)).content.decode()
    printed = StringIO()
    call_command("ahead", "--process", "Questions", stdout=printed)

    sentence = "over the last 14 days 370 cases came; before, 70 to 70 would have been expected."
    for where in (told, printed.getvalue()):
        assert sentence in where
        assert "That was a surprise" in where


def test_the_command_line_says_what_is_missing(process):
    told = StringIO()

    call_command("ahead", "--process", "Questions", stdout=told)

    assert "7 more days and 10 more timed cases are missing" in told.getvalue()
