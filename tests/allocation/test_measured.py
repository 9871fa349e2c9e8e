"""What a task takes: as people say, until its cases flow."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.allocation.actions import Expected, estimate
from samspil.allocation.queries import allocated, allocated_one, portfolio
from samspil.audit.models import Audit, Figures
from samspil.core.allocation.portfolio import Part, Range
from samspil.core.anonymity import last_month
from samspil.people.actions import make_token
from samspil.people.queries import day_of, midnight
from samspil.work.models import Decision
from tests.allocation.conftest import listed
from tests.factories import MONDAY_9, make_case, make_colleague, make_process
from tests.pages import english, words

IN_MARCH = MONDAY_9 + timedelta(days=50)
MINUTE_S = 60


@pytest.fixture
def told(invoices, lene):
    """A round in which five people said that it takes nine hours a week, one in ten wrong."""
    day = MONDAY_9.date()
    audit = Audit.objects.create(name="x", opens=day, closes=day, by=lene, at=MONDAY_9)
    Figures.objects.create(
        audit=audit, task=invoices, people=5, hours=9, times=5, minutes=20, error_share=0.1
    )
    return invoices


@pytest.fixture
def live(told):
    """The same, done in a live process."""
    told.process = make_process(name="Invoices")
    told.save()
    return told


def decide(task, *, n: int, people: int, minutes: int = 6, topic: str = "") -> None:
    """So many cases, decided in a month that is over by so many people."""
    case = make_case(task.process)
    by = [make_colleague() for _ in range(people)]
    Decision.objects.bulk_create(
        Decision(
            case=case, round=number + 1, by=by[number % people], verdict="own",
            seconds=minutes * MINUTE_S, topic=topic, at=MONDAY_9,
        )
        for number in range(n)
    )  # fmt: skip


def test_hours_are_what_people_say_until_five_people_decided_five_cases(live):
    decide(live, n=40, people=4)

    found = allocated_one(live, now=IN_MARCH)

    assert (found.month, found.hours) == (None, 9)


def test_once_cases_flow_hours_and_minutes_are_measured(live):
    decide(live, n=62, people=5)

    found = allocated_one(live, now=IN_MARCH)

    assert found.month
    assert found.month.minutes
    assert found.told
    month = found.month.month
    assert month.name == f"{MONDAY_9:%Y-%m}"
    assert (found.month.minutes.n, found.month.minutes.median) == (62, 6)
    weeks = (month.after - month.first).days / 7
    assert found.hours == pytest.approx(62 * 6 / 60 / weeks)
    assert found.told.hours == 9
    assert allocated_one(live).hours == 9


def test_a_task_of_one_topic_takes_what_that_takes(live):
    live.topic = "bill"
    live.save()
    decide(live, n=30, people=5, topic="bill")

    assert allocated_one(live, now=IN_MARCH).hours == pytest.approx(30 * 6 / 60 / (31 / 7), rel=0.2)
    live.topic = "pump"
    live.save()
    assert allocated_one(live, now=IN_MARCH).hours == 9


def test_what_is_expected_is_a_share_of_the_hours_that_are_measured(live, lene):
    expected = Expected(
        saved=Range(low=0.5, high=0.5), days=Range(low=1, high=1), money=Range(low=0, high=0),
        risk=1, part=Part.AUTOMATE,
    )  # fmt: skip
    estimate(live, expected, by=lene, at=MONDAY_9)
    (before,) = portfolio(now=IN_MARCH).rows
    decide(live, n=62, people=5)

    (row,) = portfolio(now=IN_MARCH).rows

    assert before.candidate.gain.middle == pytest.approx(4.5)
    assert row.candidate.gain.middle == pytest.approx(row.one.hours / 2)
    assert row.one.hours < 2


@pytest.mark.either
def test_pages_and_program_tell_what_is_measured_beside_what_was_said(
    live, lene, client_of, client
):
    browser = english(client_of(lene))
    there = f"/allocation/tasks/{live.public_id}/"
    key = make_token(colleague=lene, name="x", at=MONDAY_9)
    head = {"Authorization": f"Bearer {key}"}

    assert "Measured in" not in words(browser.get(there))
    assert "say that it takes 9.0 hours" in words(browser.get(there))
    (one,) = client.get("/api/v1/allocation", headers=head).json()
    assert (one["measured"], one["hours"]) == (None, 9)

    decide(live, n=62, people=5)
    Decision.objects.update(at=midnight(last_month(day_of(timezone.now())).first))

    page = words(browser.get(there))
    assert "62 cases Hours a week, of everybody together 1." in page
    assert "Minutes for one case 6.0" in page
    assert "Before that was known: 5 people or more say that it takes 9.0 hours" in page
    assert "By what they say, about 10 in 100 go wrong." in page
    assert "Of 1 the hours are measured in its cases." in words(browser.get("/allocation/"))
    (one,) = client.get("/api/v1/allocation", headers=head).json()
    assert (one["measured"]["cases"], one["measured"]["minutes"]) == (62, 6)
    assert one["hours"] == pytest.approx(one["measured"]["hours"])


def test_measured_hours_cost_as_many_statements_for_many_tasks_as_for_one(live, lene):
    def counted() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert all(one.month for one in allocated(now=IN_MARCH))
        return len(asked)

    decide(live, n=62, people=5)
    one = counted()
    for number in range(2):
        task = listed(f"Task {number}", by=lene)
        task.process = make_process(name=f"Process {number}")
        task.save()
        decide(task, n=62, people=5)

    assert counted() == one
