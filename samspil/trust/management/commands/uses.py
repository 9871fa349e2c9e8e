"""`samspil uses`: what AI is used for, what class each use is, and what is missing."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import override

from samspil.people.queries import day_of
from samspil.tenancy import actions as tenancy
from samspil.trust.queries import use_words as words
from samspil.trust.queries.uses import law, uses
from samspil.uses.queries import Standing
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Show every use of AI with its class, and what is missing before AI may begin."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--law", action="store_true", help="show the calendar of the law too")
        parser.add_argument("--organisation", default="", help="id or name; needed if several")

    def handle(self, *_: Any, law: bool, organisation: str, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            for one in uses(on=day_of(timezone.now())):
                self._tell(one)
            if law:
                self._tell_law()

    def _tell(self, one: Standing) -> None:
        articles = ", ".join(each.article for each in one.found.why)
        gate = "open" if one.gate.open else "closed"
        self.stdout.write(f"{one.thing.name}: {words.RISKS[one.found.risk]} ({articles}), {gate}")
        for missing in words.missing_words(one.gate):
            self.stdout.write(f"    {missing}")

    def _tell_law(self) -> None:
        for row in law(on=day_of(timezone.now())):
            since = row.known.applies_from or "-"
            due = ", to be looked at again" if row.due else ""
            self.stdout.write(
                f"{row.known.article}: {words.STATUS[row.known.status]}, applies from {since}, "
                f"checked {row.looked}{due}"
            )
