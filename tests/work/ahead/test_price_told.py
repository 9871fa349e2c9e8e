"""What a minute of looking must save, as people and programs are told it."""

from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation

from samspil.work import actions
from samspil.work.models import Capacity, DayPrice, RunningPrice
from samspil.work.queries.ahead.price_words import money_of, moved_words, price_words
from samspil.work.queries.ahead.pricing import Priced
from tests.factories import MONDAY_9, make_open, make_past
from tests.pages import english

pytestmark = pytest.mark.either

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
KRONER = Capacity(organisation_id=1, error_cost=Decimal(300), currency="DKK")
COUNTED = Capacity(organisation_id=1, error_cost=None, currency="")


def told(price, *days):
    return Priced(price=price, days=tuple(zip((MONDAY, FRIDAY), days, strict=False)))


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("price", "capacity", "words"),
    [
        (0.0, KRONER, "need not save anything in particular"),
        (0.021, None, "about one error in every 50 minutes that it takes. More was asked"),
        (0.021, COUNTED, "about one error in every 50 minutes that it takes. More was asked"),
        (0.021, KRONER, "One costs 300 DKK here, so that is about 6 DKK a minute."),
        (0.9, KRONER, "about one error in each minute"),
    ],
)
def test_it_is_said_what_a_minute_must_save_and_why(price, capacity, words):
    assert words in price_words(told(price), capacity)


def test_without_the_cost_of_an_error_there_is_no_money():
    free = Capacity(organisation_id=1, error_cost=Decimal(0), currency="EUR")

    assert [money_of(0.02, one) for one in (None, COUNTED, free)] == [None] * 3
    assert money_of(0.02, KRONER) == Decimal("6.00")
    assert "EUR" not in price_words(told(0.02), free)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), ""),
        ((0.1,), ""),
        ((0.1, 0.105), "It is about the same as on Mon 2 March."),
        ((0.0, 0.1), "It has risen since Mon 2 March: then nothing was asked of a minute."),
        ((0.1, 0.0), "It has fallen since Mon 2 March: then it was about one error in every 10"),
    ],
)
def test_it_is_said_how_it_moved(days, words):
    said = moved_words(told(0.1, *days))

    assert said.startswith(words)
    assert bool(said) == bool(words)


@pytest.fixture
def priced(process):
    """Open cases, and a price that asks for one error in 20 minutes."""
    now = timezone.now()
    make_past(process, until=now, days=40, a_day=20)
    make_open(process, n=3, due=now + timedelta(hours=8), sureness=0.9)
    make_open(process, n=1, due=now + timedelta(hours=8), sureness=0.5)
    RunningPrice.objects.create(process=process, price=0.0512, moved_to=now)
    return process


def page(process):
    return reverse("work:ahead", args=[process.public_id])


def test_the_page_says_it_and_draws_the_days_of_which_it_is_told(priced, anna, client_of):
    client = english(client_of(anna))
    said = client.get(page(priced)).content.decode()
    assert "one error in every 20 minutes" in said
    assert "3 open cases are not worth a look at present" in said
    assert "on which at least five people decided" in said
    assert "What a minute of looking had to save" not in said
    assert "DKK a minute" not in said
    assert "0512" not in said, "of few people it is told in steps"

    for day, price in ((MONDAY, 0.2), (FRIDAY, 0.0512)):
        DayPrice.objects.create(process=priced, day=day, price=price)
    said = client.get(page(priced)).content.decode()
    assert "What a minute of looking had to save" in said
    assert "Errors prevented in 100 minutes" in said
    assert "5.12" in said

    actions.set_capacity(priced, minutes_a_day=None, error_cost=Decimal(300), currency="DKK",
                         by=anna, at=MONDAY_9)  # fmt: skip
    said = client.get(page(priced)).content.decode()
    assert "15 DKK a minute" in said
    assert "15.36" in said
    assert "Errors prevented in 100 minutes" not in said


def test_before_the_first_full_hour_it_is_not_worked_out(process, anna, client_of):
    said = english(client_of(anna)).get(page(process)).content.decode()

    assert "Not worked out yet" in said


def test_the_command_line_says_it(priced):
    out = StringIO()

    call_command("ahead", "--process", "Questions", stdout=out)

    assert "one error in every 20 minutes that it takes" in out.getvalue()
    assert "3 are not worth a look at present" in out.getvalue()
