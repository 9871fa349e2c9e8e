"""`samspil import-messages FILE`: open a case for each message of a file."""

import shutil
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.adapters.jobs import waiting
from samspil.inbox.actions import BroughtIn, bring_in
from samspil.inbox.files import RowError, UnreadableFile
from samspil.inbox.queries import mail_choices
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import add_choices, chosen_organisation, chosen_process

QUIET_S = 1.0
"""Shorter imports show no progress."""
BAR = 30
PAUSE_S = 0.5
PATIENCE_S = 60.0


class Command(BaseCommand):
    help = "Open a case for each message of a file; running the same file again adds nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file",
            help="mbox, .eml or a ZIP, JSON Lines, CSV, .xlsx, .txt; - reads standard input",
        )
        add_choices(parser)
        parser.add_argument(
            "--own", action="append", default=[], metavar="ADDRESS",
            help="mails from this address (or @domain) are our replies; may be given again",
        )  # fmt: skip
        parser.add_argument(
            "--leave-out-automatic", action="store_true", help="leave out mails written by machines"
        )
        parser.add_argument(
            "--wait", action="store_true", help="wait until the worker has done all jobs"
        )

    def handle(
        self, *_: Any, file: str, organisation: str, process: str, wait: bool, **more: Any
    ) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)), _whole(file) as path:
            self._began, self._shown = time.monotonic(), False
            try:
                done = bring_in(
                    path,
                    name=file,
                    process=chosen_process(process),
                    at=timezone.now(),
                    by=None,
                    choices=mail_choices(
                        file, own=more["own"], leave_out=more["leave_out_automatic"]
                    ),
                    progress=self._show,
                )
            except UnreadableFile as why:
                raise CommandError(str(why)) from why
        self._report(done)
        if wait:
            self._wait()
        if done.wrong:
            raise CommandError(f"Rows left out: {done.wrong}. Mend them and run it again.")

    def _show(self, done: BroughtIn, share: float) -> None:
        if time.monotonic() - self._began < QUIET_S:
            return
        bar = ("#" * round(BAR * share)).ljust(BAR)
        self._shown = True
        self.stderr.write(f"\r[{bar}] {share:4.0%}  {done.rows} rows", ending="")
        self.stderr.flush()

    def _report(self, done: BroughtIn) -> None:
        if self._shown:
            self.stderr.write("")
        for error in done.errors:
            self.stderr.write(f"{_place(error)}: {error.sentence}")
        self._report_mails(done)
        self.stdout.write(
            f"{done.opened} cases opened, {done.joined} joined theirs, "
            f"{done.duplicates} were here already, "
            f"{done.wrong} rows left out."
        )

    def _report_mails(self, done: BroughtIn) -> None:
        said = [
            (done.ours, "of our own mails joined their case"),
            (done.stray, "of our own mails belong to no case and were left out"),
            (done.automatic, "automatic mails left out"),
            (done.noted, "mails came in with something wrong, named above"),
        ]
        for count, words in said:
            if count:
                self.stdout.write(f"{count} {words}.")

    def _wait(self) -> None:
        """Wait while jobs get fewer; without any progress for a minute, say so and stop."""
        least, since = waiting(), time.monotonic()
        while left := waiting():
            if left < least:
                least, since = left, time.monotonic()
            if time.monotonic() - since > PATIENCE_S:
                raise CommandError(f"{left} jobs wait and no worker takes them: samspil worker")
            time.sleep(PAUSE_S)
        self.stdout.write("All jobs are done.")


def _place(error: RowError) -> str:
    """Where in the file: a row, or a mail with its first byte and what it calls itself."""
    if error.offset is None:
        return f"Row {error.row}"
    named = ", ".join(one for one in (error.external_id, error.subject) if one)
    return f"Mail {error.row} at byte {error.offset}" + (f" ({named})" if named else "")


@contextmanager
def _whole(file: str) -> Iterator[Path]:
    """The file's path; what comes through standard input is put down first, to know it again."""
    if file != "-":
        yield Path(file)
        return
    with tempfile.NamedTemporaryFile(prefix="samspil-") as kept:
        shutil.copyfileobj(sys.stdin.buffer, kept)
        kept.flush()
        yield Path(kept.name)
