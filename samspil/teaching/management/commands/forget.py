"""`samspil forget ADDRESS`: let AI forget what one person wrote, after a look at it."""

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import override

from samspil.teaching.actions import forget_person
from samspil.teaching.models import Lesson
from samspil.teaching.queries import Traces, traces_of
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Show what AI was taught by what a person wrote; with --apply, let it forget that."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="as the person's messages name their sender")
        parser.add_argument(
            "--organisation", default="", help="id or name; needed if there are several"
        )
        parser.add_argument(
            "--apply", action="store_true", help="delete their examples for good; without it, look"
        )

    def handle(self, *_: Any, address: str, organisation: str, apply: bool, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            lessons: Mapping[int, Lesson] = {}
            if apply:
                done = forget_person(address, by=None, at=timezone.now())
                found, lessons = done.traces, done.lessons
            else:
                found = traces_of(address)
            self.stdout.write(f"Cases in which they wrote: {found.cases}.")
            for traces in found.processes:
                self.stdout.write(_line(traces))
                if apply:
                    self.stdout.write(
                        f"  {_what_now(traces, lesson=lessons.get(traces.process.pk))}"
                    )
            if not found.processes:
                self.stdout.write("AI was taught nothing that they wrote.")
            elif not apply:
                self.stdout.write("Nothing is changed. With --apply it is forgotten, for good.")


def _line(traces: Traces) -> str:
    using = ", one of them in use" if traces.using else ""
    return (
        f"{traces.process.name}: {len(traces.examples)} examples are theirs, {traces.left} are "
        f"others'; {len(traces.versions)} versions were taught with theirs{using}."
    )


def _what_now(traces: Traces, *, lesson: Lesson | None) -> str:
    if lesson:
        return f"AI learns anew in the background: lesson {lesson.public_id}."
    if not traces.using:
        return "The version in use does not know them."
    if traces.learns:
        return "AI is learning already, and leaves them out."
    return "Too few examples are left to learn anew: bring in more, or let AI work as it came."
