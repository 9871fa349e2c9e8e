"""What cases took month by month: of five people and more, and every case counted."""

from datetime import timedelta

import pytest
from django.db import connection

from samspil.core.shares import Share
from samspil.measures.queries import last_month_of, series
from samspil.work.models import Complaint
from tests.factories import MONDAY_9, make_process
from tests.measures.test_baselines import FEBRUARY, decided, process

__all__ = ["process"]
MANY = """
    WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < %s)
    INSERT INTO work_decision (organisation_id, case_id, round, by_id, verdict, topic, answer,
        simulated, seconds, at_the_time, at)
    SELECT organisation_id, case_id, 1000 + n, by_id, verdict, topic, answer,
        simulated, seconds, at_the_time, at FROM work_decision, more WHERE round = 1
"""


def test_a_month_is_told_once_it_is_over_and_only_of_five_people(process):
    decided(process, n=6, people=5)
    decided(process, n=6, people=4, at=FEBRUARY - timedelta(days=31))
    decided(process, n=6, people=5, at=MONDAY_9)

    january, february = series(process, now=MONDAY_9 + timedelta(days=3))

    assert (january.month.name, january.minutes, january.errors) == ("2026-01", None, None)
    assert february.minutes is not None
    assert (february.month.name, february.minutes.n, february.minutes.median) == ("2026-02", 6, 35)


def test_a_month_of_many_cases_is_counted_whole(process):
    case = decided(process, n=6, people=5)
    decided(process, n=6, people=5, at=FEBRUARY - timedelta(days=31))
    said = {"at": FEBRUARY, "due_at": MONDAY_9, "outcome": "changed"}
    for one in case.decisions.order_by("round")[:5]:
        Complaint.objects.create(case=case, round=one.round, decision=one, **said)
    other = make_process(name="Orders")
    decided(other, n=6, people=5)
    with connection.cursor() as cursor:
        cursor.execute(MANY, [20_000])

    january, february = series(process, now=MONDAY_9)
    months = last_month_of([process.pk, other.pk], now=MONDAY_9)

    assert january.minutes
    assert february.minutes
    assert (january.minutes.n, february.minutes.n, february.minutes.median) == (6, 20_006, 10)
    assert february.hours == pytest.approx((20_000 * 600 + 21 * 600) / 3600 / 4)
    assert (february.errors, january.errors) == (
        Share(hits=5, n=20_006), Share(hits=0, n=6),
    )  # fmt: skip
    assert months == {
        (process.pk, ""): february,
        (other.pk, ""): series(other, now=MONDAY_9)[0],
    }
