"""What is kept of a process's autonomy: locked, written, told to the journal."""

import secrets
from datetime import datetime

from samspil.core.evidence.climbing import Standing
from samspil.core.evidence.ladder import Moved
from samspil.people.models import Colleague
from samspil.work.actions.noting import note_process
from samspil.work.models import AutonomyMove, Certificate, Process, ProcessAutonomy

SEED_BYTES = 32


def held_autonomy(process: Process) -> ProcessAutonomy:
    """The process's row, made where there is none yet, and locked until the transaction ends.

    Call it before anything is put into the journal: that order keeps two workers from waiting for
    each other.
    """
    _made(process)
    locked = ProcessAutonomy.objects.select_for_update(of=("self",))
    return locked.select_related("certificate", "process").get(process=process)


def seed_of(process: Process) -> bytes:
    """What lots are drawn by in this process; nothing is locked."""
    return bytes.fromhex(_made(process).seed)


def _made(process: Process) -> ProcessAutonomy:
    """The process's row, made where there is none yet."""
    kept, _new = ProcessAutonomy.objects.get_or_create(
        process=process,
        defaults={
            "since": process.created_at,
            "latest": process.created_at,
            "seed": secrets.token_hex(SEED_BYTES),
        },
    )
    return kept


def stand(kept: ProcessAutonomy, standing: Standing) -> None:
    """Take over where the process stands now; written by whoever changes the rest too."""
    kept.level, kept.since, kept.latest = standing.level, standing.since, standing.latest
    kept.fell_at, kept.doubled = standing.fell_at, standing.doubled


def note_move(
    kept: ProcessAutonomy,
    moved: Moved,
    *,
    before: int,
    facts: dict[str, object],
    by: Colleague | None,
    certificate: Certificate | None = None,
    at: datetime,
) -> None:
    """Keep the step in the process's history and in the journal."""
    AutonomyMove.objects.create(
        process=kept.process,
        at=at,
        before=before,
        after=kept.level,
        reason=moved.reason,
        facts=facts,
        by=by,
        certificate=certificate,
    )
    signed = {"certificate": str(certificate.public_id)} if certificate else {}
    note_process(
        kept.process,
        "autonomy_moved",
        by=by,
        at=at,
        before=before,
        after=int(kept.level),
        reason=moved.reason,
        **facts,
        **signed,
    )
