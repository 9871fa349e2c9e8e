"""`samspil teach FILE`: teach a process's skill from labelled examples."""

from argparse import ArgumentParser, BooleanOptionalAction
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.core.examples import FEW
from samspil.inbox.queries import UnreadableFile
from samspil.teaching.actions import look_at_file, teach_now, use_version
from samspil.teaching.models import Lesson, Version
from samspil.teaching.queries.beside import Beside
from samspil.teaching.queries.reports import report
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import add_choices, chosen_organisation, chosen_process


class Command(BaseCommand):
    help = "Teach a process's skill from a file with the columns text and topic."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="CSV, .xlsx or JSON Lines with the fields text and topic")
        add_choices(parser)
        parser.add_argument(
            "--use",
            action=BooleanOptionalAction,
            default=True,
            help="work with the new version at once; --no-use only makes it",
        )
        parser.add_argument(
            "--with-starter",
            action="store_true",
            help="learn from the examples the skill came with, too",
        )
        parser.add_argument(
            "--words-only", action="store_true", help="leave the embedding out: faster"
        )

    def handle(
        self, *_: Any, file: str, organisation: str, process: str, use: bool, **how: Any
    ) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            try:
                lesson = look_at_file(
                    Path(file),
                    name=Path(file).name,
                    process=chosen_process(process),
                    by=None,
                    at=timezone.now(),
                )
            except UnreadableFile as why:
                raise CommandError(str(why)) from why
            self._tell_look(lesson.look, errors=lesson.errors)
            version = self._teach(lesson, how)
            if use:
                use_version(version, by=None, at=timezone.now())
            self.stdout.write(f"Taught: {version.number}{'' if use else ' (not in use)'}.")
        if lesson.errors:
            raise CommandError(f"Rows left out: {len(lesson.errors)}.")

    def _teach(self, lesson: Lesson, how: Mapping[str, Any]) -> Version:
        version = teach_now(
            lesson,
            with_starter=how["with_starter"],
            words_only=how["words_only"],
            at=timezone.now(),
        )
        if version is None:
            lesson.refresh_from_db()
            raise CommandError(f"There is no example to learn from. {lesson.problem}")
        shown = report(version)
        if shown.quality.n:
            low, high = shown.quality.interval
            self.stdout.write(
                f"Held-out accuracy: {shown.quality.value:.1%} ({shown.quality.hits} of "
                f"{shown.quality.n}, each example tried by a model that had not seen it; "
                f"95 % interval {low:.1%} to {high:.1%})."
            )
        if shown.beside and (shown.beside.paired.tried or shown.beside.unshared):
            self.stdout.write(comparison(shown.beside))
        return version

    def _tell_look(self, look: Mapping[str, Any], *, errors: list[dict[str, Any]]) -> None:
        for error in errors:
            self.stderr.write(f"Row {error['row']}: {error['sentence']}")
        for topic, count in sorted(look["topics"].items()):
            self.stdout.write(f"{count:6} {topic}")
        for new, there in look["near"]:
            self.stderr.write(f"The topic {new!r} looks like {there!r}: one name for one topic.")
        if look["contradicting"]:
            self.stderr.write(f"Texts with several topics, left out: {look['contradicting']}.")
        if look["few"]:
            names = ", ".join(look["few"])
            self.stdout.write(f"Topics with fewer than {FEW} examples: {names}.")


def comparison(beside: Beside) -> str:
    """One line on how the new version stands beside the one that was in use."""
    pair = beside.paired
    if not pair.tried:
        return (
            f"Not compared with the version in use: {beside.unshared} examples are about topics "
            "that only one of the two knows."
        )
    unshared = f"; {beside.unshared} of topics that only one knows left out"
    return (
        f"Beside the version in use, on {pair.tried} examples neither had seen: right "
        f"{pair.better} times where it was wrong, wrong {pair.worse} times where it was right "
        f"(chance alone: p = {pair.chance:.3f}; {pair.finding})"
        f"{unshared if beside.unshared else ''}."
    )
