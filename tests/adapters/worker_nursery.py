"""Starts real `samspil worker` processes quickly: loads everything once, then forks.

Reads lines `SLOT` and answers with the process id of the new worker; ends with its input.
"""

import os
import signal
import sys
from contextlib import suppress

import django
from django.conf import settings

QUICK_PAUSES_S = (0.1, 0.1)


def main() -> None:
    """Answer each line with a worker until there are no more lines, then kill them all."""
    django.setup()
    settings.JOB_HANDLERS = "tests.adapters.jobs_on_trial.HANDLERS"
    settings.PERIODIC_JOBS = ""
    settings.JOB_PAUSES_S = QUICK_PAUSES_S
    from samspil.adapters.jobs import worker  # noqa: F401 - loaded before the first fork

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead leave no trace
    started = []
    for line in sys.stdin:
        started.append(_fork(int(line)))
        print(started[-1], flush=True)
    for process in started:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _fork(slot: int) -> int:
    process = os.fork()
    if process:
        return process
    from django.core.management import call_command

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sys.stdin.close()
    sys.stdout = sys.stderr
    try:
        call_command("worker", slot=slot)
    except BaseException as why:
        print(why, file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
