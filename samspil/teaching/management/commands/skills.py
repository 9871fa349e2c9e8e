"""`samspil skills`: every skill, the processes that use it, and their versions."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import override

from samspil.teaching.queries import versions_of
from samspil.teaching.queries.overview import skills
from samspil.teaching.queries.versions import VersionRow
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import add_choices, chosen_organisation


class Command(BaseCommand):
    help = "List every skill, the processes that use it, and the versions they were taught."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choices(parser)

    def handle(self, *_: Any, organisation: str, process: str, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            for row in skills():
                self.stdout.write(f"{row.name}: {row.about.purpose}")
                for using in row.using:
                    here = using.process
                    if process in ("", here.name, str(here.public_id)):
                        self.stdout.write(f"  {here.name}: {using.examples} examples kept")
                        for version in versions_of(here):
                            self.stdout.write(f"    {_line(version)}")


def _line(row: VersionRow) -> str:
    version = row.version
    mark = "*" if row.since else " "
    known = f"{row.quality.value:.1%} of {row.quality.n}" if row.quality.n else "not measured"
    missing = "" if row.file_there else ", file missing"
    name = version.number or "as it came"
    return f"{mark} {version.public_id} {version.at:%Y-%m-%d} {name}: right {known}{missing}"
