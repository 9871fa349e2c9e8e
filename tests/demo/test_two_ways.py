"""A few messages of the demonstration go the old way and the new way."""

import pytest

from samspil.demo.actions import found_company, try_both_ways
from samspil.demo.management import home
from samspil.parallel_runs.models import Pair, ParallelRun
from samspil.parallel_runs.queries import progress_of
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9

pytestmark = pytest.mark.either


def test_a_few_messages_go_both_ways_and_some_are_still_open(db):
    company = found_company(password=home.new_password(), at=MONDAY_9)
    with enter(company):
        assert try_both_ways(at=MONDAY_9)
        assert not try_both_ways(at=MONDAY_9)

        run = ParallelRun.objects.get()
        progress = progress_of([run])[run.pk]
        assert run.drawn >= 3
        assert progress.done >= 1
        assert progress.open >= 1
        assert set(Pair.objects.filter(stage="done").values_list("old_seconds", flat=True)) == {540}
