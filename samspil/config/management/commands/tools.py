"""`samspil tools`: which tools with AI in them there are, and how their approval stands."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import override

from samspil.core.gateway.tools import Standing
from samspil.governance.queries import ToolRow, tool_rows
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "List the register of AI tools: how each stands, until when, and what may go there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisation", default="", help="id or name; needed if several")

    def handle(self, *_: Any, organisation: str, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            rows = tool_rows(today=timezone.localdate())
            for row in rows:
                self.stdout.write(_line(row))
            if not rows:
                self.stdout.write("The register is empty.")


def _line(row: ToolRow) -> str:
    one, until = row.tool, f" until {row.last_day}" if row.last_day else ""
    said = "expired" if row.standing is Standing.EXPIRED else f"{one.status}{until}"
    owner = one.owner.name if one.owner else "nobody answers for it"
    return f"{one.name}: {said}, {one.place}, {owner}; gets {', '.join(row.allowed) or 'nothing'}"
