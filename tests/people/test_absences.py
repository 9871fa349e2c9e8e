"""Who is away on which days, and who stands in for them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samspil.core.retention.holds import Holds
from samspil.core.retention.periods import Reach
from samspil.core.roles import NotAllowed, Role
from samspil.journal.queries import about
from samspil.people import actions
from samspil.people.queries import absences, away
from tests.factories import MONDAY_9, make_colleague

pytestmark = pytest.mark.both

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna")


@pytest.fixture
def bent(organisation):
    return make_colleague(name="Bent")


def leave(colleague, *, first=MONDAY, last=TUESDAY, deputy=None, by=None):
    return actions.plan_absence(
        colleague,
        first_day=first,
        last_day=last,
        deputy=deputy,
        by=by or colleague,
        at=MONDAY_9,
    )


@pytest.mark.parametrize(
    ("at", "is_away"),
    [
        (datetime(2026, 3, 1, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 1, 23, tzinfo=UTC), True),
        (datetime(2026, 3, 3, 22, 59, tzinfo=UTC), True),
        (datetime(2026, 3, 3, 23, tzinfo=UTC), False),
    ],
)
def test_an_absence_holds_from_midnight_to_midnight_in_the_organisations_zone(
    anna, bent, at, is_away
):
    leave(anna, deputy=bent)

    assert away(at=at) == ({anna.pk: bent.pk} if is_away else {})


def test_of_two_absences_the_later_word_counts(anna, bent):
    leave(anna)
    leave(anna, deputy=bent)

    assert away(at=MONDAY_9) == {anna.pk: bent.pk}


def test_an_absence_can_be_taken_back_once(anna):
    planned = leave(anna)

    for _ in range(2):
        actions.cancel_absence(planned, by=anna, at=MONDAY_9)

    assert away(at=MONDAY_9) == {}
    assert [entry.event for entry in about(str(anna.public_id))] == [
        "absence_planned",
        "absence_cancelled",
    ]


def test_a_leader_says_so_for_others_and_nobody_else_does(anna, bent):
    leader = make_colleague(Role.LEADER)

    planned = leave(anna, by=leader)

    with pytest.raises(NotAllowed, match="leader"):
        leave(anna, by=bent)
    with pytest.raises(NotAllowed, match="leader"):
        actions.cancel_absence(planned, by=bent, at=MONDAY_9)


def test_an_absence_that_cannot_be_is_refused(anna):
    with pytest.raises(actions.BadAbsence, match="before the first"):
        leave(anna, first=TUESDAY, last=MONDAY)
    with pytest.raises(actions.BadAbsence, match="somebody else"):
        leave(anna, deputy=anna)


def test_an_absence_is_forgotten_a_year_after_it_ended(anna):
    leave(anna, first=date(2025, 2, 27), last=date(2025, 3, 1))

    leave(anna)
    reach = Reach(before=MONDAY_9 - timedelta(days=365), holds=Holds())
    assert actions.sweep_absences(reach) == 1

    assert [row.first_day for row in absences(since=date(2020, 1, 1), most=9)] == [MONDAY]


def test_a_list_of_absences_costs_the_same_for_one_and_for_three(
    anna, bent, django_assert_num_queries
):
    leave(anna, deputy=bent)
    with django_assert_num_queries(1):
        assert [str(row.deputy) for row in absences(since=MONDAY, most=9)] == ["Bent"]
    leave(bent, deputy=anna)
    leave(bent, last=date(2026, 3, 9))

    with django_assert_num_queries(1):
        assert [row.colleague.name for row in absences(since=MONDAY, most=9)] == [
            "Anna",
            "Bent",
            "Bent",
        ]
