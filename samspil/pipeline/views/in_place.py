"""What can be done on an initiative's page itself: what its gate lacks, and the first message."""

from urllib.parse import urlencode

from django.urls import reverse

from samspil.audit.queries import told_of
from samspil.core.pipeline.gates import Need
from samspil.core.pipeline.stages import Stage
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, may_do
from samspil.pipeline.access import may_plan
from samspil.pipeline.queries import Standing
from samspil.uses.queries import may_govern

LAW = {Need.CLASS, Need.TOLD, Need.OVERSEERS, Need.TRAINED}


def in_place(request: WorkRequest, standing: Standing) -> dict[str, object]:
    """The forms that the page shows, by their addresses; none where nothing of theirs is missing
    or the reader may not fill them in."""
    one, needs = standing.initiative, {each.need for each in standing.missing}
    if one.process is None or one.ended_at is not None:
        return {}
    colleague, process = request.colleague, one.process.public_id
    back = {"next": reverse("pipeline:initiative", args=[one.public_id])}
    found: dict[str, object] = {}
    if Need.BASELINE in needs and may_plan(colleague):
        told = told_of(one.task) if one.task else None
        known = {"estimated": f"{told.minutes:.4g}"} if told else {}
        found["told"] = told
        found["baseline_form"] = _with(reverse("measures:new", args=[process]), known | back)
    if needs & LAW and may_govern(colleague):
        found["law_form"] = _with(reverse("uses:settling", args=[process]), back)
    if one.stage == Stage.PILOT and may_do(colleague, Action.IMPORT_MESSAGES):
        found["first_message"] = not one.process.cases.filter(opened_at__gte=one.live_at).exists()
    return found


def _with(address: str, asked: dict[str, str]) -> str:
    return f"{address}?{urlencode(asked)}"
