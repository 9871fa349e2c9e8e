"""`samspil topics FILE`: look what a list of topics would change, and take it over."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.adapters.tables import UnreadableTable, read_table
from samspil.tenancy import actions as tenancy
from samspil.work.actions import NameTaken, bring_topics
from samspil.work.forms.topic_list import TopicList, topic_list
from samspil.work.models import Process
from samspil.work.queries.choosing import add_choices, chosen_organisation, chosen_process


class Command(BaseCommand):
    help = "Show what a list of topics would change; with --apply, take it over. None is removed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="CSV or .xlsx with the columns of the export")
        add_choices(parser)
        parser.add_argument("--apply", action="store_true", help="take it over; without it, look")

    def handle(
        self, *_: Any, file: str, organisation: str, process: str, apply: bool, **__: Any
    ) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            here = chosen_process(process)
            found = _read(Path(file), here)
            self._tell(found)
            if apply:
                self._apply(here, found)
            elif found.texts:
                self.stdout.write("Nothing is changed. With --apply it is taken over.")
        if found.wrong:
            raise CommandError(f"Rows left out: {len(found.wrong)}.")

    def _apply(self, process: Process, found: TopicList) -> None:
        try:
            bring_topics(process, found.texts, by=None, at=timezone.now())
        except NameTaken as why:
            raise CommandError(str(why)) from why
        self.stdout.write("The list is taken over. No topic was removed.")

    def _tell(self, found: TopicList) -> None:
        for wrong in found.wrong:
            self.stderr.write(f"Row {wrong.row}: {wrong.sentence}")
        for new in found.new:
            self.stdout.write(f"new: {new.key}, {' / '.join(new.names.values())}")
        for one in found.changed:
            names = ", ".join(label for label, _before, _after in one.shown)
            self.stdout.write(f"changed: {one.after.key}, {names}")
        self.stdout.write(
            f"New {len(found.new)}, changed {len(found.changed)}, unchanged {found.same}, here but "
            f"not in the list {found.missing}, rows left out {len(found.wrong)}."
        )


def _read(path: Path, process: Process) -> TopicList:
    try:
        with path.open("rb") as stream:
            return topic_list(read_table(stream), process=process)
    except (OSError, UnreadableTable) as why:
        raise CommandError(str(why)) from why
