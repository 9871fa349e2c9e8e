"""`samspil worker`: one process that works on background jobs."""

import os
import signal
import sys
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samspil.adapters.jobs import SlotTaken, work


class Command(BaseCommand):
    help = "Work on background jobs until stopped (SIGTERM lets the running ones finish)."
    requires_system_checks = ()  # what they find is a developer's, and takes a second to load

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--slot",
            type=int,
            default=1,
            help="The number of this worker; give each worker another one (default 1).",
        )

    def handle(self, *_: Any, slot: int, **__: Any) -> None:
        stop = threading.Event()
        for signal_number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signal_number, lambda *_: stop.set())
        self.stdout.write(f"worker-{slot} is at work (process {os.getpid()}).")
        self.stdout.flush()
        try:
            finished = work(slot, stop)
        except SlotTaken as why:
            raise CommandError(str(why)) from why
        if not finished:
            self.stderr.write("A job did not end in time; it runs again at the next start.")
            sys.stderr.flush()
            os._exit(1)  # an orderly exit would wait for the job's thread
