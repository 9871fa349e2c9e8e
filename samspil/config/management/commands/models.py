"""`samspil models`: which language models there are, what may go there, and whether one answers."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.core.gateway.allowing import Verdict
from samspil.governance.actions import NotAsked, try_server
from samspil.governance.queries import ServerRow, server_rows
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "List the language models and what may go there; or ask one for a word, without data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--try", dest="tried", default="", metavar="NAME", help="ask this one")
        parser.add_argument("--organisation", default="", help="id or name; needed if several")

    def handle(self, *_: Any, tried: str, organisation: str, **__: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            rows = server_rows()
            if tried:
                self._try(rows, tried)
                return
            for row in rows:
                self.stdout.write(_line(row))
            if not rows:
                self.stdout.write("No language model is set up, and none is needed.")

    def _try(self, rows: list[ServerRow], name: str) -> None:
        server = next((row.server for row in rows if row.server.name == name), None)
        if server is None:
            raise CommandError(f"There is no language model called {name}.")
        try:
            self.stdout.write(try_server(server, by=None, at=timezone.now()))
        except NotAsked as why:
            raise CommandError(str(why)) from why


def _line(row: ServerRow) -> str:
    one = row.server
    gets = [f"{cell.data_class} ({cell.verdict})" for cell in row.cells
            if cell.verdict is not Verdict.BLOCK]  # fmt: skip
    state = "on" if one.on else "off"
    return f"{one.name}: {one.model}, {one.place}, {state}; gets {', '.join(gets) or 'nothing'}"
