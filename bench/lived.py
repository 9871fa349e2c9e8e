"""A company that has lived: cases as routing, deciding and putting aside leave them.

Written in bulk past the actions, which are made to be fast for people, not for a million cases;
the tables' own constraints and triggers hold all the same.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from bench import place

BATCH = 10_000
ROUTED_LATELY = 100_000
"""How many of the cases were routed, and where they are closed decided, since yesterday."""
WAITING_EVERY = 10
STAFF_EVERY = 8
OPTIONS = [{"result": "delivery_status", "confidence": 0.9}]
DRAFT = "Hello,\n\nyour parcel is on its way.\n\nKind regards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An organisation with three processes and teams, a person of each role and a tag; and a closed
    process of employees, one case in eight, with a team that none of these people is in.
    """

    organisation: Any
    people: dict[str, Any]
    processes: Sequence[Any]
    teams: Sequence[Any]
    tag: Any


def found_company(name: str) -> Company:
    """Found it, or find it again in a home that was kept. The reviewer is in two of the teams."""
    from samspil.core.roles import Role
    from samspil.core.routing import Level
    from samspil.core.skill import Senders
    from samspil.people.actions import form_team, take_on
    from samspil.review.models import Tag
    from samspil.tenancy.actions import enter, found_organisation
    from samspil.tenancy.queries import every_organisation
    from samspil.work import actions

    now = datetime.now(UTC)
    for organisation in every_organisation():
        if organisation.name == name:
            return _company_here(organisation)
    organisation = found_organisation(name=name, at=now)
    with enter(organisation):
        people = {
            role: take_on(
                name=role.title(),
                email=f"{role}@{name.lower().replace(' ', '')}.example",
                roles=[role],
            )
            for role in (Role.REVIEWER, Role.LEADER, Role.OWNER, Role.HR)
        }
        reviewer, leader = people[Role.REVIEWER], people[Role.LEADER]
        members = ([reviewer], [reviewer], [leader])
        teams = [form_team(name=f"Team {n}", members=m) for n, m in enumerate(members)]
        processes = [
            actions.make_process(
                name=name, organisation_model="supervised", by=None, at=now,
                teams=dict(zip(Level, teams, strict=True)),
            )
            for name in ("Questions", "Complaints", "Returns")
        ]  # fmt: skip
        staff = form_team(name="Team 3", members=[people[Role.HR]])
        processes.append(
            actions.make_process(
                name="Staff", organisation_model="supervised", by=None, at=now,
                teams=dict.fromkeys(Level, staff), senders=Senders.EMPLOYEES, starter="hr",
            )
        )  # fmt: skip
        for process in processes:
            actions.set_topics(process, actions.starter_topics())
        Tag.objects.create(name="Recall")
    return _company_here(organisation)


def _company_here(organisation: Any) -> Company:
    from samspil.core.roles import Role
    from samspil.people.models import Colleague, Team
    from samspil.review.models import Tag
    from samspil.tenancy.actions import enter
    from samspil.work.models import Process

    with enter(organisation):
        return Company(
            organisation=organisation,
            people={
                person.roles[0]: person
                for person in Colleague.objects.order_by("pk")
                if Role.HR not in person.roles
            },
            processes=list(Process.objects.order_by("pk")),
            teams=list(Team.objects.order_by("pk")),
            tag=Tag.objects.get(),
        )


def fill(company: Company, *, cases: int) -> None:
    """Add cases until there are so many."""
    from samspil.work.models import Case

    here = Case.objects.count()
    while here < cases:
        batch = range(here, min(here + BATCH, cases))
        _add(company, batch, of=cases)
        here = batch.stop
    _tidy()


def _tidy() -> None:
    """Let PostgreSQL know how much there is, as it finds out by itself in time; SQLite does not."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with psycopg.connect(os.environ["SAMSPIL_OWNER_DATABASE_URL"], autocommit=True) as owner:
            owner.execute("VACUUM ANALYZE")


def _add(company: Company, numbers: range, *, of: int) -> None:
    from django.db import transaction

    from samspil.review.models import CaseTag
    from samspil.work.models import Case, Decision, Message, Proposal

    now = datetime.now(UTC)
    texts = place.messages(1_000)
    with transaction.atomic():
        ids = _free_ids(Case, len(numbers))
        rows = [_case(company, number, now=now, of=of) for number in numbers]
        pairs = list(zip(ids, rows, strict=True))
        _pour(Case, ({**row, "id": pk} for pk, row in pairs))
        _pour(Message, _messages(pairs, numbers, texts))
        proposals = _free_ids(Proposal, len(numbers))
        _pour(Proposal, _proposals(pairs, proposals))
        _pour(Decision, _decisions(company, pairs, proposals))
        tagged = [pk for pk, row in pairs if row["number"] % 1_000 == 0]
        _pour(CaseTag, ({"case_id": pk, "tag_id": company.tag.pk} for pk in tagged))
        aside = [pk for pk, row in pairs if row["number"] % 5_000 == 0]
        until = now + timedelta(days=1)
        Case.objects.filter(pk__in=aside, stage="waiting").update(snoozed_until=until)


def _case(company: Company, number: int, *, now: datetime, of: int) -> dict[str, Any]:
    """One in ten waits, half of those late; one in fifty is level 3, one in twenty a complaint."""
    closed = number % WAITING_EVERY != 0
    step = number // WAITING_EVERY
    level = 3 if step % 50 == 7 else 2 if step % 10 == 3 else 1
    lately = number >= of - min(ROUTED_LATELY, of)
    opened = now - timedelta(minutes=step % 10_000 if lately else 4_000 + number % 500_000)
    routed = now - timedelta(minutes=number % 600) if lately else opened
    ours = 3 if step % STAFF_EVERY == 3 else None
    process = 1 if step % 20 == 1 else 2 if step % 97 == 5 else 0
    return {
        "number": number,
        "process_id": company.processes[process if ours is None else ours].pk,
        "external_id": f"w{number}",
        "subject": f"Where is my parcel number {number}?",
        "stage": "closed" if closed else "waiting",
        "closed_at": max(routed, opened) if closed else None,
        "first_response_at": max(routed, opened) if closed else None,
        "route": "person" if step % 7 == 0 else "alone" if step % 301 == 0 else "together",
        "sorted_alone": step % 3 == 0,
        "reason": "not_certified",
        "level": str(level),
        "topic": "delivery_status",
        "language": "en",
        "confidence": 0.9,
        "risk": (number % 971) / 1_000,
        "team_id": company.teams[level - 1 if ours is None else ours].pk,
        "opened_at": opened,
        "routed_at": routed,
        "due_at": now + timedelta(minutes=step % 4_000 - 2_000),
    }


def _messages(pairs: Any, numbers: range, texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    for (pk, row), number in zip(pairs, numbers, strict=True):
        yield {
            "case_id": pk, "direction": "in", "at": row["opened_at"],
            "text": texts[number % len(texts)], "sender": f"kunde{number % 90_000}@example.com",
        }  # fmt: skip
        if row["closed_at"]:
            yield {"case_id": pk, "direction": "out", "at": row["closed_at"], "text": DRAFT}


def _proposals(pairs: Any, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    for (case, row), pk in zip(pairs, ids, strict=True):
        yield {
            "id": pk, "case_id": case, "skill": "triage", "version": "bench", "language": "en",
            "options": OPTIONS, "draft": DRAFT, "made_at": row["routed_at"],
        }  # fmt: skip


def _decisions(company: Company, pairs: Any, proposals: Sequence[int]) -> Iterator[dict[str, Any]]:
    by = company.people["reviewer"].pk
    for (case, row), proposal in zip(pairs, proposals, strict=True):
        if row["closed_at"]:
            yield {
                "case_id": case, "proposal_id": proposal, "by_id": by, "seconds": 60,
                "verdict": "changed" if case % 5 == 0 else "agreed", "answer": DRAFT,
                "topic": "delivery_status", "at": row["closed_at"],
            }  # fmt: skip


def _free_ids(model: Any, count: int) -> Sequence[int]:
    """Primary keys that nobody has yet."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {model._meta.db_table}")
            (first,) = cursor.fetchone()
            return range(first, first + count)
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [row[0] for row in cursor.fetchall()]


def _pour(model: Any, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows past the models: what they leave out has the model's default."""
    given = iter(rows)
    first = next(given, None)
    if first is None:
        return
    fields = [f for f in model._meta.concrete_fields if f.attname in first or f.attname != "id"]
    makers = [_maker(field, is_given=field.attname in first) for field in fields]
    values = (tuple(make(row) for make in makers) for row in (first, *given))
    columns = ", ".join(f'"{field.column}"' for field in fields)
    _write(model._meta.db_table, columns, values, width=len(fields))


def _maker(field: Any, *, is_given: bool) -> Callable[[dict[str, Any]], Any]:
    """How a field's value comes out of a row, as the database wants it."""
    from django.db import connection

    def ready(value: Any) -> Any:
        return field.get_db_prep_save(value, connection)

    if not is_given and field.attname == "public_id":
        return lambda _: ready(field.get_default())
    if not is_given:
        always = ready(field.get_default())
        return lambda _: always
    name, kind = field.attname, field.get_internal_type()
    if kind == "DateTimeField" and connection.vendor == "sqlite":
        return lambda row: str(at.replace(tzinfo=None)) if (at := row.get(name)) else None
    if kind == "JSONField":
        known: dict[int, Any] = {}  # the few values there are, made ready once
        return lambda row: (
            known.get(id(row[name])) or known.setdefault(id(row[name]), ready(row[name]))
        )
    return lambda row: row.get(name, "")


def _write(table: str, columns: str, values: Iterator[tuple[Any, ...]], *, width: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join(["?"] * width)
            cursor.cursor.connection.executemany(
                f"INSERT INTO {table} ({columns}) VALUES ({marks})", values
            )
            return
        # Row security refuses COPY, but not into a table of our own.
        cursor.execute(
            f"CREATE TEMP TABLE poured ON COMMIT DROP AS SELECT {columns} FROM {table} LIMIT 0"
        )
        with cursor.cursor.copy(f"COPY poured ({columns}) FROM STDIN") as copy:
            for row in values:
                copy.write_row(row)
        cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM poured")
        cursor.execute("DROP TABLE poured")
