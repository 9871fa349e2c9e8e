"""Testing the stop goes through the same code, and real work goes on."""

from datetime import timedelta

import pytest

from samspil.core.pipeline.stages import Stage
from samspil.core.roles import NotAllowed
from samspil.journal.models import Entry
from samspil.pipeline import actions
from samspil.pipeline.actions import NotAtWork
from samspil.pipeline.models import Drill, StageMove
from samspil.pipeline.queries import initiative_at, standing_of
from samspil.work import actions as work
from samspil.work.models import AutonomyMove
from samspil.work.queries.autonomy import autonomy_of
from tests.factories import MONDAY_9
from tests.pipeline.conftest import TODAY

pytestmark = pytest.mark.either
LATER = MONDAY_9 + timedelta(hours=1)
LOOKED_AT = ("noticed", "people_decide", "old_way", "told", "journal", "untouched")


def test_a_drill_sees_the_old_way_come_back_and_leaves_everything_as_it_was(ready, process, lene):
    actions.open_gate(ready, by=lene, at=LATER)
    events = Entry.objects.count()

    made = actions.drill(ready, by=lene, at=LATER + timedelta(days=1))

    assert (made.passed, dict(made.found)) == (
        True,
        dict.fromkeys(LOOKED_AT, True),
    )
    process.refresh_from_db()
    assert process.organisation_model == "complementary"
    assert autonomy_of(process).judge_first == 0.25
    assert initiative_at(ready.public_id).stage == Stage.PILOT
    assert not AutonomyMove.objects.exists()
    assert StageMove.objects.count() == 1
    assert Entry.objects.count() == events + 1


def test_there_is_nothing_to_test_before_a_pilot(ready, lene, emil):
    with pytest.raises(NotAtWork):
        actions.drill(ready, by=lene, at=LATER)
    with pytest.raises(NotAllowed):
        actions.drill(ready, by=emil, at=LATER)
    assert not Drill.objects.exists()


def test_a_drill_is_due_two_weeks_into_the_pilot_and_then_by_its_round(ready, lene):
    assert standing_of(ready, on=TODAY).drill_on is None
    actions.open_gate(ready, by=lene, at=LATER)
    live = initiative_at(ready.public_id)
    assert standing_of(live, on=TODAY).drill_on == TODAY + timedelta(days=14)

    actions.drill(live, by=lene, at=LATER + timedelta(days=3))

    assert standing_of(live, on=TODAY).drill_on == TODAY + timedelta(days=93)


def test_a_drill_works_where_ai_was_lowered_meanwhile(ready, process, lene):
    actions.open_gate(ready, by=lene, at=LATER)
    work.lower(process, to=0, by=lene, at=LATER)  # type: ignore[arg-type]  # Autonomy.PERSON

    made = actions.drill(ready, by=lene, at=LATER + timedelta(days=1))

    assert dict(made.found)["people_decide"] is True
