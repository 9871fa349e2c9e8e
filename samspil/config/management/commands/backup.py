"""`samspil backup`: everything of this installation in one file, taken while it works."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samspil.config.backup import BackupFailed, take, tidy_when_stopped

WITHOUT_KEYS = (
    "The keys are NOT in it: keep a copy of the folder keys in a safe of its own. Without it the "
    "backup cannot be restored."
)
WITH_KEYS = "The keys are in it: whoever has this file can read and forge everything."


class Command(BaseCommand):
    help = "Write database, models, mail, files and anchors into one new tar file."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file to write; it must not be there yet")
        parser.add_argument("--with-keys", action="store_true", help="also put the keys into it")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with tidy_when_stopped():
                made = take(
                    options["file"],
                    with_keys=options["with_keys"],
                    at=timezone.now(),
                    say=self._say if options["verbosity"] else lambda _: None,
                )
        except BackupFailed as why:
            raise CommandError(str(why)) from why
        held = made.facts.held
        cases, entries = sum(one.cases for one in held), sum(one.sequence for one in held)
        self.stdout.write(
            f"{options['file']}: {made.parts:,} parts, organisations: {len(held)}, "
            f"cases: {cases:,}, journal entries: {entries:,}."
        )
        self.stdout.write(WITH_KEYS if options["with_keys"] else WITHOUT_KEYS)

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
