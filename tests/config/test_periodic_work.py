"""What comes round by itself does its work in every organisation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.config.jobs import HANDLERS
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case, Notice, Timetable
from tests.factories import MONDAY_9, make_colleague, make_process, make_team


def late_case(title):
    """A case that has waited since March, and a colleague to be told."""
    process = make_process(team=make_team(make_colleague()))
    arrival = actions.Arrival(text=title)
    return actions.open_cases([arrival], process=process, at=MONDAY_9).cases[0]


def test_the_tick_looks_after_every_organisation(organisation, other_organisation):
    late_case("Here")
    with enter(other_organisation):
        late_case("There")

    HANDLERS["work.escalate"]({})

    assert timezone.now() - MONDAY_9 > timedelta(days=1)
    assert Notice.objects.count() == 1
    with enter(other_organisation):
        assert Notice.objects.count() == 1


def test_what_goes_wrong_in_one_organisation_keeps_no_other_waiting(
    organisation, other_organisation
):
    late_case("Here")
    Timetable.objects.create(hours=[[]] * 7)
    with enter(other_organisation):
        late_case("There")

    with pytest.raises(ExceptionGroup, match="in some organisations"):
        HANDLERS["work.escalate"]({})

    with enter(other_organisation):
        assert Notice.objects.count() == 1
    assert Case.objects.get().escalates_at is not None
