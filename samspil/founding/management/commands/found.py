"""`samspil found`: an organisation, its owner, and a first process to receive messages."""

import argparse
import getpass
import os
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from samspil.core.routing import Level
from samspil.founding import actions
from samspil.founding.forms import FoundingForm, usual_for
from samspil.people.queries import teams
from samspil.tenancy.actions import enter
from samspil.work import actions as work

PASSWORD = "SAMSPIL_OWNER_PASSWORD"  # noqa: S105 - the name of a variable


class Command(BaseCommand):
    help = "Found an organisation with an owner, an AI colleague and a first process."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("name", help="what the organisation is called")
        parser.add_argument("--email", required=True, help="the owner's address, to sign in with")
        parser.add_argument("--owner", default="", help="the owner's name")
        parser.add_argument("--language", default="da", choices=["da", "de", "en"])
        parser.add_argument("--time-zone", default="", help="such as Europe/Copenhagen")
        parser.add_argument(
            "--country", default="", help="whose public holidays are kept: DK or DE"
        )
        parser.add_argument("--process", default="Customer service", help="the first process")

    def handle(self, *args: Any, **options: Any) -> None:
        password = os.environ.get(PASSWORD) or getpass.getpass("A password for the owner: ")
        wanted = _checked(options, password)
        _found(wanted, process=options["process"])
        self.stdout.write(f"{wanted.name} is founded. Sign in as {wanted.email}.")


def _checked(options: dict[str, Any], password: str) -> actions.Founding:
    """What the page would take too; raises `CommandError`, which says what is wrong."""
    usual = usual_for(options["language"])
    form = FoundingForm(
        {
            "name": options["name"],
            "owner": options["owner"] or options["email"].partition("@")[0],
            "email": options["email"],
            "password": password,
            "language": options["language"],
            "time_zone": options["time_zone"] or usual["time_zone"],
            "country": options["country"],
        }
    )
    if not form.is_valid():
        why: list[ValidationError] = [
            one for each in form.errors.as_data().values() for one in each
        ]
        raise CommandError(" ".join(sentence for one in why for sentence in one.messages))
    return form.founding()


@transaction.atomic
def _found(wanted: actions.Founding, *, process: str) -> None:
    """The organisation with a process that can take its first message, or nothing."""
    now = timezone.now()
    owner = actions.found(wanted, at=now)
    with enter(owner.organisation):
        made = work.make_process(
            name=process,
            organisation_model="collaborative",
            teams=dict.fromkeys(Level, teams()[0]),
            by=owner,
            at=now,
        )
        work.set_topics(made, work.starter_topics())
