"""Decided cases by program: which AI could learn from, and which it shall."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema

from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_read_examples
from samspil.teaching.queries.decided import MOST_AT_ONCE, decided_page, decisions_on
from samspil.work.queries import process_at

router = Router(tags=["skills"])


class DecidedOut(Schema):
    """A decided case that may become an example; `proposed` is empty where AI named no topic."""

    case: UUID
    text: str
    proposed: str
    topic: str


class HeldOut(Schema):
    """How many cases lots keep out of teaching now, and when the first and the last may teach."""

    cases: int
    first_until: datetime | None
    last_until: datetime | None


class DecisionsOut(Schema):
    """Newest first; `before` asks for those that follow, null where none do."""

    decisions: list[DecidedOut]
    before: int | None
    held: HeldOut


class DecisionsIn(Schema):
    """Up to 500 cases whose decisions are kept as examples, or left out."""

    cases: list[UUID] = Field(min_length=1, max_length=MOST_AT_ONCE)
    leave_out: bool = False


class TakenOut(Schema):
    """How many examples are new or got another topic, and how many decisions were left out."""

    kept: int
    left_out: int


@router.get(
    "/processes/{uuid:process_id}/decisions", response=DecisionsOut, summary="List decided cases"
)
def read_decisions(
    request: WorkRequest, process_id: UUID, *, corrected: bool = False, before: int | None = None
) -> DecisionsOut:
    """Cases that people decided and that are no examples yet; `corrected`: where AI was wrong."""
    process = process_at(process_id)
    check_may_read_examples(request.colleague, process)
    shown = decided_page(
        process,
        corrected=corrected,
        left_out=False,
        before=before,
        at=timezone.now(),
    )
    return DecisionsOut(
        decisions=[
            DecidedOut(case=one.case_id, text=one.text, proposed=one.proposed, topic=one.topic)
            for one in shown.rows
        ],
        before=shown.before,
        held=HeldOut(
            cases=shown.held.cases,
            first_until=shown.held.first_until,
            last_until=shown.held.last_until,
        ),
    )


@router.post(
    "/processes/{uuid:process_id}/decisions", response=TakenOut, summary="Keep decided cases"
)
def take_decisions(request: WorkRequest, process_id: UUID, payload: DecisionsIn) -> TakenOut:
    """Keep these as examples, or leave them out; what lots keep out of teaching is passed over."""
    process, now = process_at(process_id), timezone.now()
    colleague = check_may_read_examples(request.colleague, process)
    ids = decisions_on(process, payload.cases)
    if payload.leave_out:
        left_out = actions.leave_decisions_out(process, ids, by=colleague, at=now)
        return TakenOut(kept=0, left_out=left_out)
    kept = actions.take_decisions(process, ids, by=colleague, at=now)
    return TakenOut(kept=kept.added + kept.changed, left_out=0)
