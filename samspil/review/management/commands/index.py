"""`samspil index`: build what is missing of the search index, or all of it anew."""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samspil.review.queries import tag_names
from samspil.tenancy import actions as tenancy
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import every_organisation
from samspil.work.actions import build_index
from samspil.work.queries.searching import cases_after, not_indexed

STEP = 2_000
SHOWN_EVERY_S = 1.0


class Command(BaseCommand):
    help = (
        "Build what is missing of the search index, the latest cases first. Others may work "
        "meanwhile; broken off, it goes on where it stopped when it is run again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisation", default="", help="id or name; all where not given")
        parser.add_argument(
            "--anew",
            action="store_true",
            help="make the words of every case anew, not only missing",
        )

    def handle(self, *_: Any, organisation: str, anew: bool, **__: Any) -> None:
        for each in _chosen(every_organisation(), organisation):
            with tenancy.enter(each):
                done = self._build(each, of=cases_after if anew else not_indexed)
            self.stdout.write(f"{each.name}: {done:,} cases indexed.")

    def _build(self, organisation: Organisation, *, of: Any) -> int:
        total, done, after, shown = of().count(), 0, None, time.monotonic()
        while True:
            after, step = build_index(after=after, most=STEP, labels=tag_names, of=of)
            done += step
            if time.monotonic() - shown > SHOWN_EVERY_S:
                shown = time.monotonic()
                self.stderr.write(f"\r{organisation.name}: {done:,} of {total:,}", ending="")
                sys.stderr.flush()
            if after is None:
                return done


def _chosen(there: Sequence[Organisation], words: str) -> list[Organisation]:
    fitting = [one for one in there if not words or words in (one.name, str(one.public_id))]
    if fitting or not words:
        return fitting
    names = ", ".join(f"{one.name} ({one.public_id})" for one in there) or "there is none"
    raise CommandError(f"No organisation is called that. There are: {names}.")
