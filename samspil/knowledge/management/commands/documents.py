"""`samspil documents FOLDER`: bring in what is new or changed in a folder, and say what became."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.knowledge.actions import (
    ENDINGS,
    BadTerms,
    Given,
    RefusedDocument,
    Taken,
    Terms,
    add_documents,
    remove_documents,
)
from samspil.knowledge.models import Document, Secrecy
from samspil.people.queries import teams
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Bring in the documents of a folder; what has not changed since is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder, with all below it, or one file")
        parser.add_argument("--organisation", default="", help="id or name; needed if several")
        parser.add_argument(
            "--secrecy", choices=Secrecy.values, default=Secrecy.INTERNAL, help="who may see them"
        )
        parser.add_argument("--team", default="", help="the team that confidential ones are for")
        parser.add_argument(
            "--remove-missing",
            action="store_true",
            help="remove documents below this folder's name that are not in it any more",
        )

    def handle(self, *_: Any, folder: Path, organisation: str, **options: Any) -> None:
        if not folder.exists():
            raise CommandError(f"There is no {folder}.")
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            try:
                self._bring(folder, terms=_terms(options))
                if options["remove_missing"]:
                    self._remove(folder)
            except BadTerms as why:
                raise CommandError(str(why)) from why

    def _bring(self, folder: Path, *, terms: Terms) -> None:
        counts = dict.fromkeys(Taken, 0)
        refused = 0
        for path in _files(folder):
            given = Given(name=_name(path, folder), content=path.read_bytes())
            try:
                ((_, taken),) = add_documents([given], terms=terms, by=None, at=timezone.now())
            except RefusedDocument as why:
                refused += 1
                self.stderr.write(f"{path}: {why}")
            else:
                counts[taken] += 1
        said = ", ".join(f"{many} {taken}" for taken, many in counts.items())
        self.stdout.write(f"{said}, {refused} refused. A worker reads them: samspil worker")

    def _remove(self, folder: Path) -> None:
        here = {_name(path, folder) for path in _files(folder)}
        below = Document.objects.filter(
            name__startswith=f"{folder.resolve().name}/", removed_at__isnull=True
        )
        gone = [one.pk for one in below if one.name not in here]
        many = remove_documents(gone, by=None, at=timezone.now())
        self.stdout.write(f"{many} removed, to be deleted in a day.")


def _files(folder: Path) -> Iterator[Path]:
    """In the order of their names; what a link leads to elsewhere is left out."""
    if folder.is_file():
        yield folder
        return
    inside = folder.resolve()
    for path in sorted(folder.rglob("*")):
        taken = path.suffix.lower() in ENDINGS and path.is_file()
        if taken and path.resolve().is_relative_to(inside):
            yield path


def _name(path: Path, folder: Path) -> str:
    """As the folder is called, and the way within it: the same wherever the folder lies."""
    if folder.is_file():
        return path.name
    return f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}"


def _terms(options: dict[str, Any]) -> Terms:
    named = {one.name: one for one in teams()}
    if options["team"] and options["team"] not in named:
        raise CommandError(f"There is no team {options['team']}; there are: {', '.join(named)}.")
    return Terms(secrecy=Secrecy(options["secrecy"]), team=named.get(options["team"]))
