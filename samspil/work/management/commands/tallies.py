"""`samspil tallies`: are the counts that are kept what a count gives?"""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samspil.tenancy import actions as tenancy
from samspil.tenancy.queries import every_organisation
from samspil.work import actions, queries


class Command(BaseCommand):
    help = "Compare the counts that Today shows with the cases, or count them anew."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("verb", choices=["verify", "mend"])

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for organisation in every_organisation():
            with tenancy.enter(organisation):
                if options["verb"] == "mend":
                    actions.count_tallies_anew()
                found = queries.wrong_tallies()
            self.stdout.write(f"{organisation.name}: {len(found) or 'none'} wrong")
            for one in found[:10]:
                self.stdout.write(
                    f"  {one.what} from {one.since:%Y-%m-%d %H:%M} UTC: {one.kept} "
                    f"instead of {one.counted}"
                )
            wrong += len(found)
        if wrong:
            raise CommandError("Count them anew: samspil tallies mend")
