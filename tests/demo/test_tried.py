"""The company tries one thing in a pilot, with a baseline; another waits at its gate."""

from samspil.demo.actions import found_company, try_out_initiatives
from samspil.demo.management import home
from samspil.people.queries import day_of
from samspil.pipeline.queries import board, standings
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9


def test_one_initiative_is_in_its_pilot_and_one_waits_for_its_baseline(db):
    company = found_company(password=home.new_password(), at=MONDAY_9)
    with enter(company):
        assert try_out_initiatives(at=MONDAY_9)
        assert not try_out_initiatives(at=MONDAY_9)

        live, waiting = standings(list(board()), on=day_of(MONDAY_9))

        assert (live.initiative.stage, waiting.initiative.stage) == ("pilot", "poc")
        assert live.facts.drilled_on == day_of(MONDAY_9)
        assert "baseline" in {one.need.value for one in waiting.missing}
