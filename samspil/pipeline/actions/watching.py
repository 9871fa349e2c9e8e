"""Look at the stop conditions of everything at work, and stop what has to be stopped."""

from datetime import datetime

from samspil.core.pipeline.stopping import first_held
from samspil.pipeline.actions.moving import halt_initiative
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries.initiatives import running
from samspil.pipeline.queries.reading import conditions_of, readings_of

WATCH = "pipeline.watch"


def watch_stops(*, at: datetime) -> list[Initiative]:
    """Put the old way back wherever a stop condition holds; those that were stopped.

    One that cannot be looked at keeps no other from being stopped. Raises `ExceptionGroup` when
    all were seen to.
    """
    stopped: list[Initiative] = []
    failed: list[Exception] = []
    for one in running():
        try:
            held = first_held(conditions_of(one), readings_of(one))
            if held is not None:
                halt_initiative(one, held, at=at)
                stopped.append(one)
        except Exception as failure:  # raised below, once all were seen to
            failed.append(failure)
    if failed:
        raise ExceptionGroup("Some initiatives were not looked at.", failed)
    return stopped
