"""`samspil serve`: the web, and if wanted a worker beside it, in one supervised group."""

import os
import socket
import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string

from samspil.adapters.jobs import NotPrepared, check_prepared
from samspil.adapters.serving import Child, Supervisor

PREPARE = "samspil prepare"
BACKLOG = 1024
LAST_PORT = 65_535
EVENTS_URL = "SAMSPIL_EVENTS_URL"


class Command(BaseCommand):
    help = "Serve the web pages; with --with-worker also work on background jobs."
    requires_system_checks = ()  # what they find is a developer's, and takes a second to load

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="Address to listen on.")
        parser.add_argument("--port", type=int, default=8000, help="Port to listen on.")
        parser.add_argument("--workers", type=int, default=1, help="Web processes.")
        parser.add_argument("--threads", type=int, default=4, help="Threads in each web process.")
        parser.add_argument(
            "--events-port",
            type=int,
            help="Port of the event stream; by default the one after the pages'.",
        )
        parser.add_argument(
            "--with-worker", action="store_true", help="Also run `samspil worker` (slot 1)."
        )

    def handle(self, *_: Any, host: str, port: int, with_worker: bool, **options: Any) -> None:
        _check_laid_out()
        with _listening(host, port) as opened, ExitStack() as also:
            children = [_web(opened, workers=options["workers"], threads=options["threads"])]
            inherited = [opened.fileno()]
            stream = self._stream(host, beside=opened, wanted=options["events_port"])
            if stream is not None:
                also.enter_context(stream)
                children.append(_events(stream))
                inherited.append(stream.fileno())
            if with_worker:
                children.append(Child(name="worker-1", command=_samspil("worker", "--slot", "1")))
            address = f"http://{host}:{opened.getsockname()[1]}/"
            self.say(f"Samspil is at {address}")
            self._say_first_words(address)
            connection.close()
            Supervisor(children=children, say=self.say, inherited=inherited).run()

    def _stream(
        self, host: str, *, beside: socket.socket, wanted: int | None
    ) -> socket.socket | None:
        """A place for the event stream; None where no port was asked for and the next is taken."""
        try:
            opened = _listening(host, _next_port(beside) if wanted is None else wanted)
        except CommandError:
            if wanted is not None:
                raise
            self.say("No port is free for the event stream: open pages ask every ten seconds.")
            return None
        os.environ.setdefault(EVENTS_URL, f":{opened.getsockname()[1]}/events/")
        return opened

    def _say_first_words(self, address: str) -> None:
        words = import_string(settings.FIRST_WORDS)(address)
        if words:
            self.say(words)

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _check_laid_out() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError(f"The database is not up to date. Run: {PREPARE}")
    try:
        check_prepared()
    except NotPrepared as why:
        raise CommandError(f"{why} Run: {PREPARE}") from why


def _listening(host: str, port: int) -> socket.socket:
    """Listen before anything starts: a port in use is one clear error, and a web process that
    restarts finds the visitors still in line."""
    try:
        return socket.create_server(
            (host, port),
            family=socket.AF_INET6 if ":" in host else socket.AF_INET,
            backlog=BACKLOG,
        )
    except OSError as why:
        reason = os.strerror(why.errno) if why.errno else str(why)
        raise CommandError(f"Cannot listen on {host}, port {port}: {reason}.") from why


def _web(opened: socket.socket, *, workers: int, threads: int) -> Child:
    application = ":".join(str(settings.WSGI_APPLICATION).rsplit(".", 1))
    options = [
        *("--bind", f"fd://{opened.fileno()}"),
        *("--worker-class", "gthread"),
        *("--workers", str(workers)),
        *("--threads", str(threads)),
        *("--graceful-timeout", "30"),
        *("--log-level", "warning"),
        "--no-control-socket",
    ]
    return Child(name="web", command=[sys.executable, "-m", "gunicorn", *options, application])


def _events(opened: socket.socket) -> Child:
    options = [
        *("--fd", str(opened.fileno())),
        *("--log-level", "warning"),
        *("--timeout-graceful-shutdown", "2"),
        "--no-access-log",
        "--no-server-header",
    ]
    command = [sys.executable, "-m", "uvicorn", *options, "samspil.config.asgi:application"]
    return Child(name="events", command=command)


def _next_port(opened: socket.socket) -> int:
    """The port after this one; any free one (0) after the last."""
    port: int = opened.getsockname()[1]
    return port + 1 if port < LAST_PORT else 0


def _samspil(*words: str) -> list[str]:
    return [sys.executable, "-m", "django", *words]
