"""Draw cases that go both ways, while they are routed."""

from collections.abc import Mapping
from datetime import datetime

from samspil.core.parallel_runs.drawing import NO_RUN, Drawn, Lots
from samspil.core.parallel_runs.stages import end_of
from samspil.parallel_runs.actions.starting import finish_drawing
from samspil.parallel_runs.models import Pair, ParallelRun
from samspil.people.queries import day_of


def lots_for(process: int, *, at: datetime) -> Lots:
    """What is drawn now in a process, by primary key; held until the end of the transaction.

    One statement. A run whose last day has passed draws nothing, whoever ends it when.
    """
    run = (
        ParallelRun.objects.filter(process=process, ended_at__isnull=True, paused_at__isnull=True)
        .select_for_update()
        .first()
    )
    if run is None or end_of(drawn=run.drawn, most=run.most, until=run.until, today=day_of(at)):
        return NO_RUN
    return Lots(
        run=run.pk,
        share=run.share,
        seed=bytes.fromhex(run.seed),
        left=None if run.most is None else run.most - run.drawn,
        team=run.old_team_id,
    )


def keep_drawn(lots: Lots, drawn: Mapping[int, Drawn], *, at: datetime) -> None:
    """Keep what these lots drew, and end the run with the last case that was agreed."""
    run = ParallelRun.objects.select_related("process").get(pk=lots.run)
    Pair.objects.bulk_create(
        Pair(
            run=run, case_id=one.case, round=one.round, reason=one.reason, would=one.would,
            drawn_at=at,
        )
        for one in drawn.values()
    )  # fmt: skip
    run.drawn += len(drawn)
    run.save(update_fields=["drawn"])
    why = end_of(drawn=run.drawn, most=run.most, until=run.until, today=day_of(at))
    if why is not None:
        finish_drawing(run, why, by=None, at=at)
