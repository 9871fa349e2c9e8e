"""`samspil teach FILE`: teach a process's skill from labelled examples."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.inbox.files import Example, RowError, UnreadableFile, open_file, read_examples
from samspil.inbox.management.choosing import add_choices, chosen_organisation, chosen_process
from samspil.inbox.queries import Lesson, lesson_of
from samspil.inbox.queries.teaching import LEAST_EXAMPLES
from samspil.tenancy import actions as tenancy
from samspil.work.actions import teach
from samspil.work.models import Process


class Command(BaseCommand):
    help = "Teach a process's skill from a CSV with the columns text and topic."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="CSV, .xlsx or JSON Lines with the fields text and topic")
        add_choices(parser)

    def handle(self, *_: Any, file: str, organisation: str, process: str, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            chosen = chosen_process(process)
            examples, errors = _read(Path(file))
            for error in errors:
                self.stderr.write(f"Row {error.row}: {error.sentence}")
            if not examples:
                raise CommandError("There is no example to learn from.")
            lesson = lesson_of(examples, process=chosen)
            self._report(lesson)
            self.stdout.write(f"Taught: {_teach(chosen, examples)}.")
        if errors:
            raise CommandError(f"Rows left out: {len(errors)}.")

    def _report(self, lesson: Lesson) -> None:
        for topic, count in lesson.examples.items():
            self.stdout.write(f"{count:6} {topic}")
        if lesson.accuracy is not None:
            self.stdout.write(
                f"Held-out accuracy: {lesson.accuracy:.1%} ({lesson.right} of {lesson.tried}, "
                "each example tried by a model that had not seen it)."
            )
        if lesson.too_small:
            names = ", ".join(lesson.too_small)
            self.stdout.write(f"Topics with fewer than {LEAST_EXAMPLES} examples: {names}.")


def _read(path: Path) -> tuple[list[Example], list[RowError]]:
    try:
        with open_file(path) as stream:
            rows = list(read_examples(stream, name=path.name))
    except UnreadableFile as why:
        raise CommandError(str(why)) from why
    examples = [row for row in rows if isinstance(row, Example)]
    return examples, [row for row in rows if isinstance(row, RowError)]


def _teach(process: Process, examples: Sequence[Example]) -> str:
    return teach(
        process,
        texts=[one.text for one in examples],
        labels=[one.topic for one in examples],
        by=None,
        at=timezone.now(),
    )
