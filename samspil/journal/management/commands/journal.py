"""`samspil journal verify`: has anybody changed what was written down?"""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samspil.journal import queries
from samspil.tenancy import actions as tenancy
from samspil.tenancy.queries import every_organisation


class Command(BaseCommand):
    help = "Check that no entry of the journal was altered, removed, moved or cut off."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("verb", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        broken = 0
        for organisation in every_organisation():
            with tenancy.enter(organisation):
                verdict = queries.verify()
            said = "whole" if verdict.whole else f"BROKEN at {verdict.broken_at}: {verdict.why}"
            self.stdout.write(f"{organisation.name}: {verdict.entries} entries, {said}")
            broken += not verdict.whole
        if broken:
            raise CommandError("The journal was changed. Keep this database and compare a backup.")
