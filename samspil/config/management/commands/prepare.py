"""`samspil prepare`: bring the database up to date with the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from samspil.adapters import jobs
from samspil.config.jobs import complete_index
from samspil.founding.queries import start_words
from samspil.tenancy.creating import lay_out
from samspil.work.actions import keep_tallies, loosen_guards


class Command(BaseCommand):
    help = "Create or update the tables. Safe to run again; run it after every update."
    requires_system_checks = ()  # what they find is a developer's, and takes a second to load

    def handle(self, *args: Any, **options: Any) -> None:
        with _as_owner():
            loosen_guards()
            lay_out(connection)
            call_command("migrate", verbosity=max(0, options["verbosity"] - 1), interactive=False)
            call_command("createcachetable", verbosity=0)
            keep_tallies()
        jobs.prepare()
        complete_index({})
        if options["verbosity"]:
            self.stdout.write(f"The database {connection.settings_dict['NAME']} is ready.")
            begin = start_words()
            if begin:
                self.stdout.write(f"Nobody has begun yet. {begin}")


@contextmanager
def _as_owner() -> Iterator[None]:
    """Connect as the role that owns the tables, where that is another one (PostgreSQL)."""
    usual = connection.settings_dict
    connection.close()
    connection.settings_dict = {**usual, **(settings.OWNER_DATABASE or {})}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = usual
