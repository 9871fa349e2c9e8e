"""`samspil found`: an organisation, its owner, and a first process to receive messages."""

import argparse
import getpass
import os
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from samspil.core.roles import Role
from samspil.core.routing import Level
from samspil.people import actions as people
from samspil.tenancy.actions import enter, found_organisation
from samspil.work import actions as work

PASSWORD = "SAMSPIL_OWNER_PASSWORD"  # noqa: S105 - the name of a variable
LEAST_PASSWORD = 12


class Command(BaseCommand):
    help = "Found an organisation with an owner, an AI colleague and a first process."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("name", help="what the organisation is called")
        parser.add_argument("--email", required=True, help="the owner's address, to sign in with")
        parser.add_argument("--owner", default="", help="the owner's name")
        parser.add_argument("--language", default="da", choices=["da", "de", "en"])
        parser.add_argument("--process", default="Customer service", help="the first process")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["email"])
        except ValidationError as why:
            raise CommandError(f"{options['email']!r} is not a mail address.") from why
        password = os.environ.get(PASSWORD) or getpass.getpass("A password for the owner: ")
        if len(password) < LEAST_PASSWORD:
            raise CommandError(f"A password needs at least {LEAST_PASSWORD} characters.")
        found(
            options["name"],
            owner=options["owner"] or options["email"].partition("@")[0],
            email=options["email"],
            password=password,
            language=options["language"],
            process=options["process"],
        )
        self.stdout.write(f"{options['name']} is founded. Sign in as {options['email']}.")


@transaction.atomic
def found(name: str, *, owner: str, email: str, password: str, language: str, process: str) -> None:
    """All that an organisation needs before its first message, or nothing."""
    now = timezone.now()
    with enter(found_organisation(name=name, at=now, language=language)):
        person = people.take_on(
            name=owner, email=email, roles=[Role.OWNER], password=password, language=language
        )
        people.take_on_ai(name="Samspil AI", skill="triage")
        team = people.form_team(name=process, members=[person])
        made = work.make_process(
            name=process,
            organisation_model="collaborative",
            teams=dict.fromkeys(Level, team),
            by=person,
            at=now,
        )
        work.set_topics(made, work.starter_topics())
