"""`samspil restore`: a home out of a backup, checked before anything counts."""

import argparse
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from samspil.config.backup import BackupFailed, restore, tidy_when_stopped


class Command(BaseCommand):
    help = "Restore a backup into an empty home, verify it, and bring its tables up to date."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a file that samspil backup wrote")
        parser.add_argument("--into", type=Path, help="the home to make (default: SAMSPIL_HOME)")
        parser.add_argument("--keys", type=Path, help="the folder of keys, from your safe")

    def handle(self, *args: Any, **options: Any) -> None:
        home = options["into"] or Path(settings.SAMSPIL_HOME)
        if not options["file"].is_file():
            raise CommandError(f"{options['file']} is not there.")
        try:
            with tidy_when_stopped():
                manifest = restore(
                    options["file"], into=home, keys=options["keys"], say=self.stdout.write
                )
        except BackupFailed as why:
            raise CommandError(str(why)) from why
        held = manifest.facts.held
        cases, entries = sum(one.cases for one in held), sum(one.sequence for one in held)
        self.stdout.write(
            f"{home} is restored as it was on {manifest.made_at}: organisations: {len(held)}, "
            f"cases: {cases:,}, journal entries: {entries:,}. The journal is whole."
        )
        if home.resolve() != settings.SAMSPIL_HOME:
            self.stdout.write(f"To use it, set SAMSPIL_HOME={home.resolve()}")
