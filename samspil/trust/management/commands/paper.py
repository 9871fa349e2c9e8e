"""`samspil paper KIND`: a paper as a file, made of what is known now."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samspil.core.filings.content import OF_ALL, Paper
from samspil.tenancy import actions as tenancy
from samspil.tenancy.queries import current
from samspil.trust.actions import take_paper
from samspil.trust.models import Format
from samspil.trust.queries.papers import NoSuchPaper, filing_at, name_of
from samspil.trust.queries.uses import things
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Write a paper that the law asks for, made of what is known now, and say what it lacks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paper", choices=[one.value for one in Paper])
        parser.add_argument("--use", default="", help="name or id of the use it is about")
        parser.add_argument("--language", choices=["da", "de", "en"], default="en")
        parser.add_argument("--format", dest="form", choices=Format.values, default="pdf")
        parser.add_argument(
            "--to", default="", help="the file to write; by default a name of its own"
        )
        parser.add_argument("--organisation", default="", help="id or name; needed if several")

    def handle(
        self, *_: Any, paper: str, use: str, language: str, form: str, to: str,
        organisation: str, **__: Any,
    ) -> None:  # fmt: skip
        with tenancy.enter(chosen_organisation(organisation)):
            kind, chosen, now = Paper(paper), Format(form), timezone.now()
            about = _about(kind, use)
            try:
                filing = filing_at(kind, about, now=now)
            except NoSuchPaper:
                raise CommandError("There is no such paper about it.") from None
            name = to or name_of(kind, language=language, form=chosen, at=now)
            content = take_paper(filing, about, language=language, form=chosen, by=None, at=now)
            Path(name).write_bytes(content)
            self.stdout.write(f"Written to {name}. Missing: {len(filing.missing)}.")


def _about(paper: Paper, use: str) -> str:
    if paper in OF_ALL:
        return str(current().public_id)
    found = [one for one in things() if use in (one.name, one.thing)]
    if len(found) != 1:
        names = ", ".join(f"{one.name} ({one.thing})" for one in things())
        raise CommandError(f"Say which with --use NAME-OR-ID: {names}.")
    return found[0].thing
