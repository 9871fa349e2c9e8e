"""Kill the web server and the worker at random moments, and count what was lost or doubled.

Messages are posted to the API as a customer's program would: in batches, each message with a
number of its own, again whenever an answer does not come. Run `python -m bench.kills`.
"""

import json
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime

import psutil

from bench import place
from bench.report import Row, at_most, main
from bench.triage import found

BATCH = 50
PATIENCE_S = 120
SEED = 20260302
BEGUN = """
SELECT count(*) FROM workflow_status JOIN workflow_input USING (workflow_uuid)
WHERE status = 'PENDING' AND workflow_input.inputs LIKE '%work.propose%'
"""
TURNS = ("server", "worker")
PAUSES_S = {"server": (0.1, 1.5), "worker": (0.0, 0.1)}
"""Before each kill: of the web at any moment, of a worker in the midst of a job."""


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    messages, kills = (500, 6) if quick else (20_000, 200)
    place.fresh_home()
    organisation, process = found(
        organisation_model="supervised", starter="it", senders="employees"
    )
    _learn(organisation, process)
    token = _token(organisation)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["-m", "django", "serve", "--with-worker", "--port", str(port)]
    served = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL)
    try:
        killed = _run(served.pid, port, token, process, messages=messages, kills=kills)
        _wait_until_routed(organisation, count=messages)
    finally:
        served.send_signal(signal.SIGTERM)
        served.wait(timeout=60)
    yield from _count(organisation, messages=messages, killed=killed)


def _token(organisation) -> str:
    from samspil.people.actions import make_token
    from samspil.people.models import Colleague
    from samspil.tenancy.actions import enter

    with enter(organisation):
        return make_token(colleague=Colleague.objects.get(), name="kills", at=datetime.now(UTC))


def _learn(organisation, process) -> None:
    """Have AI know its first topics before anybody is killed: a worker at work is what dies then,
    not one that learns them once more."""
    from samspil.tenancy.actions import enter
    from samspil.work.queries import skill_of

    with enter(organisation):
        skill_of(process)


def _run(
    supervisor: int, port: int, token: str, process, *, messages: int, kills: int
) -> "Counter[str]":
    chance = random.Random(SEED)
    killed: Counter[str] = Counter()
    posted = threading.Event()
    poster = threading.Thread(
        target=_post_all,
        args=(port, token, str(process.public_id)),
        kwargs={"messages": messages, "kills": kills, "killed": killed, "posted": posted},
    )
    poster.start()
    while killed.total() < kills:
        kind = TURNS[killed.total() % len(TURNS)]
        if kind == "worker":
            _wait_for_work()
        time.sleep(chance.uniform(*PAUSES_S[kind]))
        victims = [process for of, process in _victims(supervisor) if of == kind]
        if not victims:
            continue
        victim = chance.choice(victims)
        with suppress(psutil.NoSuchProcess):
            victim.kill()
            killed[kind] += 1
    poster.join()
    return killed


def _wait_for_work() -> None:
    """Until a worker that lives has begun to look at cases; it raises where none does in time."""
    from django.db import connection

    from samspil.adapters.models import Heartbeat

    give_up = time.monotonic() + PATIENCE_S
    with connection.cursor() as cursor:
        while not (Heartbeat.objects.exists() and cursor.execute(BEGUN).fetchone()[0]):
            if time.monotonic() > give_up:
                raise TimeoutError("No worker began to look at cases in time.")
            time.sleep(0.01)


def _victims(supervisor: int) -> list[tuple[str, psutil.Process]]:
    """The web's processes, and a worker once it is at work: one that still loads has no work."""
    from samspil.adapters.models import Heartbeat

    at_work = set(Heartbeat.objects.values_list("pid", flat=True))
    found_here = []
    for child in psutil.Process(supervisor).children(recursive=True):
        with suppress(psutil.Error):
            line = " ".join(child.cmdline())
            if "gunicorn" in line:
                found_here.append(("server", child))
            elif " worker" in line and child.pid in at_work:
                found_here.append(("worker", child))
    return found_here


def _post_all(
    port: int,
    token: str,
    process: str,
    *,
    messages: int,
    kills: int,
    killed: "Counter[str]",
    posted: threading.Event,
) -> None:
    """Post at the pace of the killing, one kill ahead, so that each meets work on its way."""
    texts = place.messages(messages)
    for start in range(0, messages, BATCH):
        while (killed.total() + 1) / kills < start / messages:
            time.sleep(0.05)
        batch = [
            {"id": f"k{number}", "text": texts[number]}
            for number in range(start, min(start + BATCH, messages))
        ]
        _post(port, token, {"process": process, "messages": batch})
    posted.set()


def _post(port: int, token: str, body: dict[str, object]) -> None:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/messages",
        data=json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    give_up = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                answer.read()
                return
        except (OSError, urllib.error.URLError) as why:
            if time.monotonic() > give_up:
                raise
            if isinstance(why, urllib.error.HTTPError) and why.code < 500:
                raise
            time.sleep(0.1)


def _wait_until_routed(organisation, *, count: int) -> None:
    from samspil.core.lifecycle import Stage
    from samspil.tenancy.actions import enter
    from samspil.work.models import Case

    give_up = time.monotonic() + PATIENCE_S
    with enter(organisation):
        while Case.objects.exclude(stage=Stage.ARRIVED).count() < count:
            if time.monotonic() > give_up:
                return
            time.sleep(0.2)


def _count(organisation, *, messages: int, killed: "Counter[str]") -> Iterable[Row]:
    from samspil.core.lifecycle import Stage
    from samspil.journal.models import Entry
    from samspil.journal.queries import verify
    from samspil.tenancy.actions import enter
    from samspil.work.models import Case, Proposal

    with enter(organisation):
        routed = Case.objects.exclude(stage=Stage.ARRIVED)
        lost = messages - routed.values("external_id").distinct().count()
        doubled = routed.count() - routed.values("external_id").distinct().count()
        for event in ("opened", "routed"):
            entries = Entry.objects.filter(event=event)
            doubled += entries.count() - entries.values("subject").distinct().count()
        doubled += Proposal.objects.count() - Proposal.objects.values("case").distinct().count()
        whole = verify().whole
    yield Row(name="killed with -9: web server", unit="times", value=killed["server"])
    yield Row(name="killed with -9: worker", unit="times", value=killed["worker"])
    yield at_most(f"lost of {messages:,} messages", "messages", lost, goal=0, baseline=None)
    yield at_most("recorded twice", "records", doubled, goal=0, baseline=None)
    yield at_most("journals that do not verify", "journals", int(not whole), goal=0, baseline=None)


if __name__ == "__main__":
    main(measure, description=__doc__)
