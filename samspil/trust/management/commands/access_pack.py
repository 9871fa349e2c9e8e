"""`samspil access-pack ADDRESS`: everything that is held of one person, as a ZIP file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from samspil.tenancy import actions as tenancy
from samspil.trust.actions import ask_access, make_pack
from samspil.trust.queries import named_counts, packs, request_at
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Put everything that is held of a person into a ZIP file, and into the register."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="as the person's messages name their sender")
        parser.add_argument("--to", required=True, help="the file to write")
        parser.add_argument("--language", choices=["da", "de", "en"], default="en")
        parser.add_argument(
            "--organisation", default="", help="id or name; needed if there are several"
        )

    def handle(
        self, *_: Any, address: str, to: str, language: str, organisation: str, **__: Any
    ) -> None:
        with tenancy.enter(chosen_organisation(organisation)):
            now = timezone.now()
            asked = ask_access(
                address, received_on=timezone.localdate(), language=language, by=None, at=now
            )
            make_pack(asked.public_id, at=now)
            made = request_at(asked.public_id)
            Path(to).write_bytes(packs().get(made.digest))
            for title, count in named_counts(made.held):
                self.stdout.write(f"{title}: {count}")
            self.stdout.write(f"Written to {to}. To be answered by {made.due_on}.")
