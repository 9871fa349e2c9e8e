"""What a search found is read by its keys: not all of the organisation's cases, and no other's."""

import pytest
from django.db import connection

from samspil.core.roles import Role
from samspil.tenancy.actions import enter
from samspil.work.models import Case
from samspil.work.queries import visible
from tests.factories import make_colleague, make_process, make_waiting
from tests.plans import plan_of

pytestmark = pytest.mark.both
MANY = list(range(1, 10_001))


@pytest.mark.usefixtures("organisation", "home")
def test_many_keys_are_looked_up_one_by_one():
    reader = make_colleague(Role.REVIEWER)

    plan = plan_of(visible(Case.objects.among(MANY), to=reader))

    if connection.vendor == "sqlite":
        assert "SEARCH work_case USING INTEGER PRIMARY KEY (rowid=?)" in plan
    assert "Seq Scan" not in plan
    assert "SCAN work_case" not in plan


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.usefixtures("organisation", "home")
def test_only_these_and_only_ones_own_are_found(other_organisation, many):
    process = make_process()
    mine = [make_waiting(process, f"Hello {number}").pk for number in range(many + 1)]
    with enter(other_organisation):
        theirs = make_waiting(make_process()).pk

    wanted = [*mine[:many], theirs, 999_999]
    assert set(Case.objects.among(wanted).values_list("pk", flat=True)) == set(mine[:many])
    assert not Case.objects.among([]).exists()
    assert Case.objects.count() == many + 1


@pytest.mark.usefixtures("organisation", "home")
def test_three_keys_within_another_question_are_looked_up_too():
    process = make_process()
    mine = [make_waiting(process, f"Hello {number}").pk for number in range(3)]

    asked = Case.objects.filter(pk__in=Case.objects.among(mine[:2]).values("pk"))

    assert set(asked.values_list("pk", flat=True)) == set(mine[:2])
    assert Case.objects.among(mine).update(subject="Seen") == 3
    if connection.vendor == "sqlite":
        assert "(rowid=?)" in plan_of(Case.objects.among(mine[:3]))
        assert "case_by_end (organisation_id=?)" in plan_of(Case.objects.filter(pk__in=mine))
