"""Installations as earlier versions left them, small, on SQLite.

To add the version that a commit is, in a checkout of that commit with this file beside the others:

    SAMSPIL_HOME=$(mktemp -d) python -m tests.operations.versions NAME

That writes `NAME.sqlite3.xz`. Put it here, with a line in `VERSIONS`; the version before it can go.
What is lived is the same for all as far as a version can do it: a step that it does not know yet is
left out, and said.
The secrets in the files protect nothing: they are of made-up people.
"""

import lzma
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KEY = bytes(range(32))
"""The journal's key of these installations."""
OWNER = "anna@nordlys.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What `commit` left: so many cases and entries in the journal."""

    name: str
    commit: str
    cases: int
    entries: int

    @property
    def fixture(self) -> Path:
        """The database, packed."""
        return HERE / f"{self.name}.sqlite3.xz"


VERSIONS = (Version(name="third_version", commit="55caff60", cases=6, entries=51),)


def main(name: str) -> None:
    """Live a few minutes of work, and keep the database."""
    home = Path(os.environ["SAMSPIL_HOME"])
    (home / "keys").mkdir(parents=True)
    (home / "keys" / "journal.key").write_bytes(KEY)
    os.environ["DJANGO_SETTINGS_MODULE"] = "samspil.config.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("prepare", verbosity=0)
    _live()
    empty = sorted(_empty_tables())
    whole = home / "whole.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(whole)])
    (HERE / f"{name}.sqlite3.xz").write_bytes(lzma.compress(whole.read_bytes()))
    print(f"Nothing stands in: {', '.join(empty)}")


def _empty_tables() -> Iterator[str]:
    """Tables of Samspil's own without a row, for whoever makes the fixture to judge."""
    from django.apps import apps

    for model in apps.get_models():
        if model.__module__.startswith("samspil.") and not _rows(model._meta.db_table):
            yield model._meta.db_table


def _rows(table: str) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def _live() -> None:
    from samspil.core.roles import Role
    from samspil.tenancy.actions import enter, found_organisation
    from tests.factories import MONDAY_9, make_colleague, make_process, make_team

    with enter(found_organisation(name="Nordlys", at=MONDAY_9)):
        owner = make_colleague(Role.OWNER, name="Anna Berg", email=OWNER)
        bo = make_colleague(Role.REVIEWER, Role.LEADER, name="Bo Lind")
        process = make_process(team=make_team(owner, bo), name="Customer mail")
        for deed in (*_on_cases(process, owner, bo), *_around_cases(process, owner, bo)):
            _try(deed)


def _on_cases(process: Any, owner: Any, bo: Any) -> Iterator[Callable[[], Any]]:
    """What can happen to cases."""
    from samspil.review import actions as review
    from samspil.work import actions as work
    from tests.factories import MONDAY_9, make_case, make_claimed, make_waiting

    soon, later = MONDAY_9 + timedelta(minutes=5), MONDAY_9 + timedelta(hours=1)
    case = make_case(process, "Hello, where is my parcel 4711?")
    waiting = make_waiting(process, "Hello, where is my parcel 4712?")
    twin = make_waiting(process, "Hello, where is my parcel 4712, please?")
    held = make_claimed(process, owner, "Hello, where is my parcel 4713?")
    closed = make_claimed(process, owner, "Hello, where is my parcel 4714?")
    again = make_claimed(process, bo, "Hello, where is my parcel 4715?")
    reply: Any = {"topic": "delivery_status", "answer": "It comes on Friday.", "at": soon}
    work.decide(closed, by=owner, **reply)
    work.decide(again, by=bo, **reply)
    more = work.Arrival(text="Thanks. And the other one?", external_id="<2@kunde.example>")
    yield lambda: work.receive(more, case=again, at=later)
    yield lambda: work.merge(twin, into=waiting, by=owner, at=soon)
    yield lambda: work.snooze(waiting, until=later + timedelta(days=1), by=owner, at=later)
    yield lambda: work.attach(held, name="a.txt", content=b"Order 4713", at=soon, by=owner)
    yield lambda: review.tag(held, name="Recall", by=owner, at=soon)
    yield lambda: review.write_note(held, text="@Bo Lind knows her.", by=owner, at=soon)
    yield lambda: work.hand_over(
        held, to=process.levels.get(level="1").team, note="Please.", by=owner, at=later
    )
    yield lambda: work.propose_and_route([case.pk], at=later)
    yield lambda: work.deliver([1, 2], at=later)
    yield lambda: work.escalate_due(at=MONDAY_9 + timedelta(days=1))


def _around_cases(process: Any, owner: Any, bo: Any) -> Iterator[Callable[[], Any]]:
    """What can happen to people and processes."""
    from io import BytesIO

    from samspil.audit import actions as audit
    from samspil.inbox import actions as inbox
    from samspil.people import actions as people
    from samspil.pipeline import actions as pipeline
    from samspil.roster import actions as roster
    from samspil.work import actions as work
    from tests.factories import MONDAY_9, make_team

    day = MONDAY_9.date()
    yield lambda: work.stop(process, why="Wrong prices", by=owner, at=MONDAY_9)
    yield lambda: work.lift_stop(process, by=owner, at=MONDAY_9)
    yield lambda: work.set_hours(
        process, hours=None, country="DK", zone="Europe/Copenhagen", by=owner, at=MONDAY_9
    )
    yield lambda: people.plan_absence(
        bo, first_day=day, last_day=day, deputy=owner, by=owner, at=MONDAY_9
    )
    yield lambda: people.take_on_ai(name="Triage", skill="triage")
    yield lambda: people.make_token(colleague=owner, name="Shop", at=MONDAY_9)
    yield lambda: people.invite(bo, by=owner, at=MONDAY_9)
    listed = b"name,email\nCarl,carl@nordlys.example\n"
    yield lambda: people.keep_list(BytesIO(listed), name="staff.csv", by=owner, at=MONDAY_9)
    messages = [b'{"id": "u1", "text": "Where is it?"}\n']
    yield lambda: inbox.keep_upload(
        messages, name="messages.jsonl", process=process, by=owner, at=MONDAY_9
    )
    yield lambda: roster.reassign(
        origin=process.levels.get(level="1").team, target=make_team(bo), by=owner, at=MONDAY_9
    )
    yield lambda: _remember(process)
    yield lambda: audit.add_task(audit.Wanted(title="Answer mail"), by=owner, at=MONDAY_9)
    yield lambda: audit.open_audit("Spring", teams=[], opens=day, closes=day, by=owner, at=MONDAY_9)
    tried = pipeline.Plan(name="Mail", aim="An answer today.", owner=owner, process=process)
    yield lambda: pipeline.make_initiative(tried, by=owner, at=MONDAY_9)


def _remember(process: Any) -> None:
    """Of the decided ones first, so that a later one has similar ones."""
    from samspil.likeness.actions import remember
    from samspil.work.models import Case
    from tests.embedders import CountsWords

    cases = Case.objects.filter(process=process).order_by("-closed_at", "pk")
    for case in sorted(cases, key=lambda case: case.closed_at is None):
        remember([case.pk], embedder=CountsWords())


def _try(deed: Callable[[], Any]) -> None:
    """Do it in this version, unless it cannot yet."""
    from django.db import transaction

    try:
        with transaction.atomic():
            deed()
    except (ImportError, AttributeError, TypeError) as why:
        print(f"Left out: {why}")


if __name__ == "__main__":
    main(sys.argv[1])
