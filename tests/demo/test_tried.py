"""The company tries one thing in a pilot, which reaches two teams; options are compared."""

import pytest

from samspil.demo.actions import (
    compare_options,
    found_company,
    plan_the_year,
    roll_out,
    share_out_work,
    try_out_initiatives,
)
from samspil.demo.management import home
from samspil.people.models import User
from samspil.people.queries import day_of
from samspil.pipeline.queries import board, differing, standings
from samspil.rollouts.models import Alarm, SupportRequest
from samspil.scenarios.queries import budgets, comparisons, outlook_of, weighed
from samspil.tenancy.actions import enter
from tests.demo.held import check_maps, check_readiness, check_workshops
from tests.factories import MONDAY_9

pytestmark = pytest.mark.either


def test_one_initiative_is_in_its_pilot_and_one_waits_for_its_baseline(db):
    password = home.new_password()
    company = found_company(password=password, at=MONDAY_9)
    with enter(company):
        assert User.objects.order_by("-pk")[0].check_password(password)
        assert User.objects.values("password").distinct().count() == 1
        share_out_work(at=MONDAY_9)
        assert try_out_initiatives(at=MONDAY_9)
        assert not try_out_initiatives(at=MONDAY_9)

        live, waiting = standings(list(board()), on=day_of(MONDAY_9))

        assert (live.initiative.stage, waiting.initiative.stage) == ("pilot", "poc")
        assert live.facts.drilled_on == day_of(MONDAY_9)
        assert "baseline" in {one.need.value for one in waiting.missing}
        (anew,) = differing(board()).values()
        assert anew.difference.ground == "divided"
        assert anew.initiative == waiting.initiative
        assert roll_out(at=MONDAY_9)
        assert not roll_out(at=MONDAY_9)
        (alarm,) = Alarm.objects.select_related("place__team")
        assert (alarm.kind, alarm.place.team.name) == ("late", "Betalinger")
        assert sorted(one.state for one in SupportRequest.objects.all()) == ["answered", "open"]
        check_workshops()
        check_readiness()


def test_one_comparison_is_decided_one_is_open_and_a_year_is_planned(db):
    company = found_company(password=home.new_password(), at=MONDAY_9)
    with enter(company):
        share_out_work(at=MONDAY_9)
        assert compare_options(at=MONDAY_9)
        assert not compare_options(at=MONDAY_9)

        assert plan_the_year(at=MONDAY_9)
        assert not plan_the_year(at=MONDAY_9)

        waiting, decided = (weighed(one) for one in comparisons())

        assert [one.option_name for one in decided.choices] == ["Den lille licens"]
        assert decided.result is not None
        assert waiting.choices == []
        assert [one.tasks != [] for one in waiting.options] == [True, False]
        (year,) = (outlook_of(one, on=day_of(MONDAY_9)) for one in budgets())
        assert year.months == 4
        assert year.spent < year.end.p10 < year.end.p90
        check_maps()
