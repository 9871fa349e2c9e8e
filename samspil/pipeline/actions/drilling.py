"""Test that stopping works: the same code on the same rows, taken back before anybody sees it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.pipeline.stages import Stage
from samspil.core.pipeline.stopping import Condition, Held, beyond, first_held
from samspil.journal.queries import about
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.pipeline.access import check_may_plan
from samspil.pipeline.actions.moving import halt_initiative
from samspil.pipeline.models import Drill, Initiative
from samspil.pipeline.queries.initiatives import initiative_at, way_before
from samspil.pipeline.queries.reading import conditions_of
from samspil.work.queries import falls_to_note, process_at, way_now
from samspil.work.queries.autonomy import autonomy_of, reins_of


class NotAtWork(Exception):
    """There is nothing to stop; the message is fit to show."""


def drill(initiative: Initiative, *, by: Colleague, at: datetime) -> Drill:
    """Test every stop condition, and keep what was found. Real work goes on meanwhile.

    Raises `NotAtWork` where AI does not work by the initiative.
    """
    check_may_plan(by)
    kept = initiative_at(initiative.public_id)
    conditions = conditions_of(kept)
    if kept.live_at is None or not conditions:
        raise NotAtWork(_("AI does not work by this initiative, so there is nothing to stop."))
    found: dict[str, bool] = {}
    for condition in conditions:
        for what, held in _rehearse(kept, condition, at=at).items():
            found[what] = found.get(what, True) and held
    with transaction.atomic():
        made = Drill.objects.create(
            initiative=kept, at=at, by=by, passed=all(found.values()), found=list(found.items())
        )
        note(
            "stop_tested", "initiative", kept.public_id, by=by, at=at, passed=made.passed,
            conditions=len(conditions),
        )  # fmt: skip
    return made


def _rehearse(initiative: Initiative, condition: Condition, *, at: datetime) -> dict[str, bool]:
    """What stopping by this condition would do, by what was looked at; nothing of it stays."""
    assert initiative.process is not None
    before, old = way_now(initiative.process), way_before(initiative, stage=Stage.PILOT)
    reading = beyond(condition)
    held = first_held([condition], {condition.measure: reading})
    found = {"noticed": held is not None}
    with transaction.atomic():
        if held is not None:
            halt_initiative(initiative, Held(condition=condition, reading=reading), at=at)
            found |= _seen(initiative, old.organisation_model, at=at)
        transaction.set_rollback(True)
    left = initiative_at(initiative.public_id)
    assert left.process is not None
    found["untouched"] = left.stage == initiative.stage and way_now(left.process) == before
    return found


def _seen(initiative: Initiative, model: str, *, at: datetime) -> dict[str, bool]:
    """What stands there once it was stopped."""
    now = initiative_at(initiative.public_id)
    assert now.process is not None
    process = process_at(now.process.public_id)
    kept = autonomy_of(process)
    told = [fall.process_id for fall in falls_to_note()]
    noted = {entry.event for entry in about(str(now.public_id)) if entry.at == at}
    return {
        "people_decide": reins_of(kept, version="").stepped_back,
        "old_way": process.organisation_model == model and now.stage == Stage.POC,
        "told": process.pk in told,
        "journal": "initiative_halted" in noted,
    }
