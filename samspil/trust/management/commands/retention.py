"""`samspil retention`: delete what is kept for long enough, or only say how much that is."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import override

from samspil.core.retention.categories import Category
from samspil.tenancy import actions as tenancy
from samspil.trust.actions import purge
from samspil.trust.queries import retention_words as words
from samspil.trust.queries.retention import due_everywhere
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Delete and empty what is kept for long enough, as every night does by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say how much is over")
        parser.add_argument("--organisation", default="", help="id or name; needed if several")

    def handle(self, *_: Any, dry_run: bool, organisation: str, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            if dry_run:
                self._tell()
            else:
                self._purge()

    def _tell(self) -> None:
        for one in due_everywhere(at=timezone.now()):
            rule = one.kept.rule
            name = words.category_words(rule.category)
            waits = "" if one.kept.agreed else ", waits for somebody to agree"
            self.stdout.write(
                f"{name}: {words.days_words(one.kept.days)}, over now {one.now}, "
                f"in the next 30 days {one.soon}{waits} ({words.CERTAINTY[rule.certainty]}: "
                f"{rule.source})"
            )

    def _purge(self) -> None:
        report = purge(at=timezone.now())
        for name, many in sorted(report.counts.items()):
            self.stdout.write(f"{words.category_words(Category(name))}: {many}")
        if not report.counts:
            self.stdout.write("Nothing was over.")
