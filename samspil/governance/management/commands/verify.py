"""`samspil verify`: how much of a text AI wrote here."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samspil.governance.queries import origin


class Command(BaseCommand):
    help = "Say how much of a text AI wrote here. The text is not kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", default="-", help="a text file; - is standard input")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        found = origin(_text(file))
        if not found.sentences:
            self.stdout.write("There is no sentence of four words or more in this text.")
            return
        self.stdout.write(f"AI wrote {found.known} of {found.sentences} sentences here.")
        if found.first_made_at:
            approved = "a person approved it" if found.approved else "no person approved it so far"
            self.stdout.write(f"First on {found.first_made_at:%Y-%m-%d}; {approved}.")


def _text(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as why:
        raise CommandError(f"{file} cannot be read as text: {why}") from why
