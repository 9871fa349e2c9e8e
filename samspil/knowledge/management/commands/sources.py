"""`samspil sources`: where documents come from, how that went, and to look there now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.knowledge.actions import begin_round, work_on
from samspil.knowledge.models import Source
from samspil.knowledge.queries import SourceRow, every_source, run_at
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "List the sources of documents; with --run look through one of them now."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisation", default="", help="id or name; needed if several")
        parser.add_argument(
            "--run", default="", metavar="NAME", help="look through it, here and now"
        )

    def handle(self, *_: Any, organisation: str, run: str, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            if run:
                self._look(run)
            for row in every_source():
                if run in ("", row.source.name):
                    self._tell(row)

    def _look(self, name: str) -> None:
        source = Source.objects.filter(name=name, removed_at__isnull=True).first()
        if source is None:
            raise CommandError(f"There is no source {name}.")
        begun = begin_round(source, by=None, at=timezone.now())
        if begun is None:
            raise CommandError(f"{name} is paused, or being looked through already.")
        while run_at(begun.public_id).ended_at is None:
            if not work_on(run_at(begun.public_id), now=timezone.now):
                raise CommandError("A worker looks through it: see `samspil sources` in a moment.")

    def _tell(self, row: SourceRow) -> None:
        source, run = row.source, row.run
        state = "paused" if source.paused_at else f"next {source.due_at:%Y-%m-%d %H:%M} UTC"
        self.stdout.write(f"{source.name} ({source.kind}, {source.pace}), {state}")
        self.stdout.write(f"    {row.documents} documents, {row.faults} things not read")
        if run is not None:
            ended = f"{run.ended_at:%Y-%m-%d %H:%M} UTC" if run.ended_at else "goes on"
            self.stdout.write(
                f"    {ended}: {run.new} new, {run.changed} changed, {run.known} as before, "
                f"{run.removed} removed, {run.failed} not read. {row.trouble}".rstrip()
            )
