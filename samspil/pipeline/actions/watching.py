"""Look at the stop conditions of everything at work, and stop what has to be stopped."""

from datetime import datetime

from samspil.core.pipeline.stopping import first_held
from samspil.pipeline.actions.moving import halt_initiative
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries.initiatives import running
from samspil.pipeline.queries.reading import conditions_of, readings_of

WATCH = "pipeline.watch"


def watch_stops(*, at: datetime) -> list[Initiative]:
    """Put the old way back wherever a stop condition holds; those that were stopped."""
    stopped = []
    for one in running():
        held = first_held(conditions_of(one), readings_of(one))
        if held is not None:
            halt_initiative(one, held, at=at)
            stopped.append(one)
    return stopped
