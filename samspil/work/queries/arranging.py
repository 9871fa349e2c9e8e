"""How a process shares its work with AI now."""

from django.db.models import F

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.pipeline.arrangement import Arrangement
from samspil.work.models import Process, ProcessTeam, Stop
from samspil.work.queries.autonomy import autonomy_of


def way_now(process: Process) -> Arrangement:
    """How a process shares its work with AI now; three statements."""
    kept = autonomy_of(process)
    takers = ProcessTeam.objects.filter(process=process).order_by("level")
    pairs = takers.values_list("level", "team__public_id")
    return Arrangement(
        organisation_model=process.organisation_model,
        judge_first=kept.judge_first,
        money_limit=kept.money_limit,
        level=Autonomy(kept.level),
        takers=tuple((level, str(team)) for level, team in pairs),
        waits=waits_for_pilot(process),
    )


def waits_for_pilot(process: Process) -> bool:
    """Whether people do its cases without AI since it was made, until a pilot begins."""
    since = Stop.objects.filter(process=process, at=F("process__created_at"))
    return since.filter(lifted_at__isnull=True).exists()
