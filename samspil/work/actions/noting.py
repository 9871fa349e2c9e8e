"""How what happens to cases and processes is put down in the journal."""

from datetime import datetime

from samspil.journal.actions import Happening, record
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import Actor, actor
from samspil.work.models import Case, Process


def about_case(case: Case, event: str, *, by: Actor, **facts: object) -> Happening:
    """Something that happened to a case, ready to be recorded."""
    return Happening(
        event=event,
        subject_kind="case",
        subject=str(case.public_id),
        actor=by.id,
        actor_kind=by.kind,
        facts={"round": case.round, **facts},
    )


def note_case(case: Case, event: str, *, by: Colleague, at: datetime, **facts: object) -> None:
    """Record one thing a colleague did with a case."""
    record([about_case(case, event, by=actor(by), **facts)], at=at)


def note_process(
    process: Process | None, event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Record one thing done to a process, or to all of them where it is None."""
    subject = process.public_id if process else "all"
    note(event, "process", subject, by=by, at=at, **facts)
