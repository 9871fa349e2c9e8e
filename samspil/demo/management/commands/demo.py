"""`samspil demo`: a company, its past weeks and its day, worked through in front of you."""

import os
import sys
import time
from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.demo.actions.forms import SLUG
from samspil.demo.management import home, playing, telling
from samspil.demo.management.progress import stoppable
from samspil.demo.management.working import free_port, serve
from samspil.demo.queries import MissingTexts
from samspil.tenancy import actions as tenancy
from samspil.tenancy.queries import organisation

LANGUAGES = ("en", "da", "de")
INTERRUPTED = 130


class Command(BaseCommand):
    help = "Show a company whose people and AI work together, on made-up data, and serve it."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        wanted = urlsplit(settings.BASE_URL).port or 8000
        parser.add_argument("--once", action="store_true", help="Do not serve; end when done.")
        parser.add_argument("--keep", action="store_true", help="Go on with what is there.")
        parser.add_argument("--small", action="store_true", help="Fewer cases, a few seconds.")
        parser.add_argument("--host", default="127.0.0.1", help="Address to serve on.")
        parser.add_argument("--port", type=int, default=wanted, help="The next free one is taken.")
        parser.add_argument("--language", choices=LANGUAGES, default="en", help="Of what is said.")

    def handle(self, *_args: Any, **options: Any) -> None:
        with override(options["language"]):
            try:
                with home.locked(), stoppable():
                    self._show(**options)
            except (home.NotOurs, MissingTexts) as why:
                raise CommandError(str(why)) from why
            except KeyboardInterrupt:
                self.say("")
                self.say(_("Stopped. What was made stays: go on with --keep."))
                sys.exit(INTERRUPTED)

    def _show(
        self, *, once: bool, keep: bool, small: bool, host: str, port: int, **_rest: Any
    ) -> None:
        began = time.monotonic()
        port = self._free_port(port, host=host)
        settings.BASE_URL = _address(port)
        settings.WATCHED_FOLDERS = home.watched()
        environment = {
            **os.environ,
            "SAMSPIL_BASE_URL": settings.BASE_URL,
            "SAMSPIL_WATCHED_FOLDERS": settings.WATCHED_FOLDERS,
        }
        made = playing.begin(keep=keep, small=small, say=self.say)
        sizes = playing.sizes_of(small=made.small)
        with tenancy.enter(organisation(made.organisation)):
            telling.tell_beginning(sizes, self.say)
            took = playing.play(sizes=sizes, environment=environment)
            telling.tell_what_happened(sizes, ai_took_s=took, say=self.say)
        telling.tell_sign_ins(made.password, self.say)
        self.say(_("All of this took %(n)d seconds.") % {"n": round(time.monotonic() - began)})
        connection.close()
        if not once:
            telling.tell_form(f"{settings.BASE_URL}/f/{SLUG}/", self.say)
            telling.tell_address(settings.BASE_URL, self.say)
            serve(host=host, port=port, environment=environment)

    def _free_port(self, wanted: int, *, host: str) -> int:
        port = free_port(wanted, host=host)
        if port != wanted:
            taken = _("Port %(wanted)d is taken; the pages will be at port %(port)d.")
            self.say(taken % {"wanted": wanted, "port": port})
        return port

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _address(port: int) -> str:
    """Where people find the pages: what they set themselves, else this machine at this port."""
    if urlsplit(settings.BASE_URL).hostname != "localhost":
        return str(settings.BASE_URL)
    return f"http://localhost:{port}"
