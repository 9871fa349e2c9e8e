"""Which jobs there are, and the names under which the engine knows us."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

APPLICATION = "samspil"
QUEUE = "samspil"
WORKFLOW = "run_job"
VERSION = "1"  # never a hash of the code: jobs of an older release would wait for ever

Handler = Callable[[dict[str, Any]], None]


class UnknownJob(Exception):
    """Nobody listed a handler under this name."""


def handlers() -> Mapping[str, Handler]:
    """What can be done in the background, by name."""
    listed: Mapping[str, Handler] = import_string(settings.JOB_HANDLERS)
    return listed


def handler(name: str) -> Handler:
    """What to call for `name`; raises `UnknownJob`."""
    try:
        return handlers()[name]
    except KeyError:
        raise UnknownJob(
            f"No job is called {name!r}: list it in {settings.JOB_HANDLERS}."
        ) from None
