"""`samspil token NAME --email ADDRESS`: let a program act as a colleague."""

from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samspil.people import actions
from samspil.people.models import User
from samspil.people.queries import colleague_of, organisations_of
from samspil.tenancy import actions as tenancy
from samspil.tenancy.models import Organisation


class Command(BaseCommand):
    help = (
        "Make a token for the HTTP API: it may do what its colleague may, and is shown only once."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="what the token is for, such as “web shop”")
        parser.add_argument("--email", required=True, help="the colleague's mail address")
        parser.add_argument(
            "--organisation", default="", help="id or name; needed if the colleague has several"
        )

    def handle(self, *_: Any, name: str, email: str, organisation: str, **__: Any) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"Nobody here has the address {email}.")
        chosen = _chosen(organisations_of(user), organisation)
        with tenancy.enter(chosen):
            colleague = colleague_of(user)
            if colleague is None:
                raise CommandError(f"{email} is no colleague in {chosen.name}.")
            token = actions.make_token(colleague=colleague, name=name[:100], at=timezone.now())
        self.stderr.write(f"For {colleague.name} in {chosen.name}; it cannot be shown again:")
        self.stdout.write(token)


def _chosen(there: Sequence[Organisation], words: str) -> Organisation:
    fitting = [one for one in there if not words or words in (one.name, str(one.public_id))]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(f"{one.name} ({one.public_id})" for one in there) or "there is none"
    raise CommandError(f"Say which with --organisation NAME-OR-ID: {names}.")
