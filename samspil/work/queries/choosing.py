"""Which organisation and process a command is for; the only one there is need not be named."""

import argparse
from collections.abc import Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from django.core.management.base import CommandError

from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import every_organisation
from samspil.work.models import Process
from samspil.work.queries.processes import processes


class Named(Protocol):
    """Has a name for people and an id for programs."""

    name: str
    public_id: UUID


One = TypeVar("One", bound=Named)


def add_choices(parser: argparse.ArgumentParser) -> None:
    """The two options, worded alike in every command."""
    parser.add_argument(
        "--organisation", default="", help="id or name; needed if there are several"
    )
    parser.add_argument("--process", default="", help="id or name; needed if there are several")


def chosen_organisation(words: str) -> Organisation:
    """The organisation of this id or name; raises `CommandError` with the choices."""
    return _chosen(every_organisation(), words, kind="organisation")


def chosen_process(words: str) -> Process:
    """The current organisation's process of this id or name; raises `CommandError`."""
    return _chosen(processes(), words, kind="process")


def _chosen(there: Sequence[One], words: str, *, kind: str) -> One:
    fitting = [one for one in there if not words or words in (one.name, str(one.public_id))]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(f"{one.name} ({one.public_id})" for one in there) or "there is none yet"
    raise CommandError(f"Say which with --{kind} NAME-OR-ID: {names}.")
