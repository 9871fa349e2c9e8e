"""What an approval of a tool takes, and until when it holds."""

from datetime import date

import pytest

from samspil.core.gateway.allowing import Place, for_people
from samspil.core.gateway.tools import (
    Missing,
    Standing,
    Status,
    ToolFacts,
    ends_soon,
    missing,
    runs_out,
    standing,
)
from samspil.core.masking import DataClass

TODAY = date(2026, 3, 2)


def facts(**wanted):
    usual = {
        "owned": True, "purpose": "Chat", "tested": "ISO 27001", "contract": "Signed",
        "scores": [4, 3, 5], "leaves_house": True,
    }  # fmt: skip
    return ToolFacts(**(usual | wanted))  # type: ignore[arg-type]  # as the test says


@pytest.mark.parametrize(
    ("wanted", "lacks"),
    [
        ({}, ()),
        ({"owned": False}, (Missing.OWNER,)),
        ({"purpose": " "}, (Missing.PURPOSE,)),
        ({"tested": ""}, (Missing.TEST,)),
        ({"scores": [4, None, 5]}, (Missing.SCORES,)),
        ({"contract": ""}, (Missing.CONTRACT,)),
        ({"contract": "", "leaves_house": False}, ()),
    ],
)
def test_an_approval_takes_all_of_it(wanted, lacks):
    assert missing(facts(**wanted)) == lacks


@pytest.mark.parametrize(
    ("status", "last_day", "stands"),
    [
        (Status.APPROVED, None, Standing.VALID),
        (Status.APPROVED, TODAY, Standing.VALID),
        (Status.APPROVED, date(2026, 3, 1), Standing.EXPIRED),
        (Status.TESTED, None, Standing.UNAPPROVED),
        (Status.ASKED, None, Standing.UNAPPROVED),
        (Status.REFUSED, None, Standing.UNAPPROVED),
        (Status.ENDED, TODAY, Standing.UNAPPROVED),
    ],
)
def test_only_an_approval_that_has_not_run_out_holds(status, last_day, stands):
    assert standing(status, last_day, today=TODAY) is stands


def test_what_ends_first_ends_the_approval():
    assert runs_out(date(2027, 1, 1), None, date(2026, 5, 1)) == date(2026, 5, 1)
    assert runs_out(None, None) is None


def test_the_owner_is_told_a_month_before_and_after():
    assert ends_soon(Status.APPROVED, date(2026, 4, 1), today=TODAY)
    assert ends_soon(Status.APPROVED, date(2026, 2, 1), today=TODAY)
    assert not ends_soon(Status.APPROVED, date(2026, 4, 2), today=TODAY)
    assert not ends_soon(Status.REFUSED, TODAY, today=TODAY)


def test_people_put_nothing_where_it_may_only_go_masked():
    assert for_people(Place.ELSEWHERE) == (DataClass.PUBLIC, DataClass.INTERNAL)
    assert DataClass.SPECIAL not in for_people(Place.EU)
    assert all(DataClass.SECRET not in for_people(place) for place in Place)
