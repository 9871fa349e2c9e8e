"""`samspil erase ADDRESS`: erase what is held of one person, after a look at it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.tenancy import actions as tenancy
from samspil.trust.actions import NotErased, erase_again
from samspil.trust.queries import Look, back_again, look_at, named_held, named_left
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Show what is held of a person, and erase it for good once you type the address again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "address", nargs="?", default="", help="as the person's messages name their sender"
        )
        parser.add_argument(
            "--organisation", default="", help="id or name; needed if there are several"
        )
        parser.add_argument("--dry-run", action="store_true", help="look, and change nothing")
        parser.add_argument(
            "--typed", default="", help="the address again, where nobody is there to type it"
        )
        parser.add_argument(
            "--again", action="store_true",
            help="list erased addresses that are back, as after an older backup was restored",
        )  # fmt: skip

    def handle(self, *_: Any, address: str, organisation: str, again: bool, **more: Any) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            if again:
                self._list()
            elif not address:
                raise CommandError("Whose? Give the address as their messages name it.")
            else:
                self._one(address, dry_run=more["dry_run"], typed=more["typed"])

    def _list(self) -> None:
        back = back_again()
        for address in back:
            self.stdout.write(address)
        ends = "Erase each again, unless they wrote anew." if back else "Nobody who was erased is."
        self.stdout.write(f"{len(back)} erased addresses are back. {ends}")

    def _one(self, address: str, *, dry_run: bool, typed: str) -> None:
        look = look_at(address)
        self._tell(look)
        if dry_run or look.nothing:
            self.stdout.write("Nothing is changed.")
            return
        if look.hindrances:
            raise CommandError(" ".join(look.hindrances))
        said = typed or input("This cannot be undone. Type the address again: ")
        if said.strip().casefold() != address.strip().casefold():
            raise CommandError("That is not the same address: nothing is changed.")
        try:
            done = erase_again(address, at=timezone.now())
        except NotErased as why:
            raise CommandError(str(why)) from why
        self.stdout.write(f"Erased, and nothing is left. In the register: {done.public_id}.")

    def _tell(self, look: Look) -> None:
        for title, n in named_held(look.held):
            self.stdout.write(f"{title}: {n}")
        for title, n in named_left(look.left):
            self.stdout.write(f"stays: {title}: {n}")
