"""`samspil summarise FILE`: the weightiest sentences of a file, with their pages, at once."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.adapters.reading import UnreadableDocument
from samspil.core.roles import NotAllowed
from samspil.core.summarising.document import Length
from samspil.summaries.actions import make_at_once
from samspil.summaries.queries import (
    NothingToSay,
    as_markdown,
    as_word,
    facts_among,
    nothing_because,
    sheet_with,
    warnings_of,
)
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import chosen_organisation

LENGTHS = {"short": Length.SHORT, "medium": Length.MEDIUM, "long": Length.LONG}


class Command(BaseCommand):
    help = "Say a document, or with --met-on a meeting, in few words. Only fingerprints are kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a document, or a transcript with --met-on")
        parser.add_argument("--length", choices=[*LENGTHS], default="medium", help="of a document")
        parser.add_argument(
            "--met-on", type=date.fromisoformat, help="the day of the meeting, as 2027-01-31"
        )
        parser.add_argument("--out", type=Path, help="write this .docx or .md file")
        parser.add_argument("--organisation", default="", help="id or name; needed if several")

    def handle(self, *_: Any, file: Path, organisation: str, **options: Any) -> None:
        out, at = options["out"], timezone.now()
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if out is not None and out.suffix not in (".docx", ".md"):
            raise CommandError("--out needs a name that ends in .docx or .md.")
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            try:
                summary, made = make_at_once(
                    file.name, file.read_bytes(), met_on=options["met_on"], at=at
                )
            except (NotAllowed, UnreadableDocument) as why:
                raise CommandError(str(why)) from why
            except NothingToSay as why:
                raise CommandError(nothing_because(str(why))) from why
            length = Length.LONG if summary.met_on else LENGTHS[options["length"]]
            times = {one.number: one.at for one in made.pieces if one.at is not None}
            sheet = sheet_with(summary, made.points, times=times, counts={}, length=length)
            facts = facts_among(summary, made.points)
            for said in warnings_of(summary):
                self.stderr.write(said)
            if out is None:
                self.stdout.write(as_markdown(sheet, facts=facts))
            elif out.suffix == ".docx":
                out.write_bytes(as_word(sheet, facts=facts, at=at))
            else:
                out.write_text(as_markdown(sheet, facts=facts), encoding="utf-8")
