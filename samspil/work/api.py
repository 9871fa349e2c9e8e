"""Processes by program, and stopping AI in them."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.work import actions
from samspil.work.models import Process, Stop
from samspil.work.queries import process_at, processes, standing_stops

router = Router(tags=["processes"])


class StopOut(Schema):
    """Since when AI is stopped here, and why; it may be stopped everywhere."""

    since: datetime
    why: str
    everywhere: bool


class ProcessOut(Schema):
    """A line of work."""

    id: UUID
    name: str
    skill: str
    organisation_model: str
    least_confidence: float
    first_response_minutes: int
    stop: StopOut | None


class ProcessesOut(Schema):
    """All of them, by name."""

    processes: list[ProcessOut]


class StopIn(Schema):
    """Why AI is stopped, for those who come after."""

    why: str = Field("", max_length=500)


@router.get("/processes", response=ProcessesOut, summary="List the processes")
def read_processes(request: WorkRequest) -> ProcessesOut:
    """Every process, and whether AI is stopped in it."""
    check_may(request.colleague, Action.SEE_PROCESSES)
    stops = standing_stops()
    return ProcessesOut(processes=[_process(one, stops) for one in processes()])


@router.post("/processes/{uuid:process_id}/stop", response=ProcessOut, summary="Stop AI")
def stop(request: WorkRequest, process_id: UUID, payload: StopIn) -> ProcessOut:
    """Stop AI in this process at once; stopping twice changes nothing."""
    colleague = check_may(request.colleague, Action.STOP_PROCESSES)
    found = process_at(process_id)
    actions.stop(found, why=payload.why, by=colleague, at=timezone.now())
    return _process(found, standing_stops())


@router.delete(
    "/processes/{uuid:process_id}/stop", response=ProcessOut, summary="Let AI work again"
)
def lift_stop(request: WorkRequest, process_id: UUID) -> ProcessOut:
    """Lift the stop of this process; one that holds everywhere stays."""
    colleague = check_may(request.colleague, Action.STOP_PROCESSES)
    found = process_at(process_id)
    actions.lift_stop(found, by=colleague, at=timezone.now())
    return _process(found, standing_stops())


def _process(process: Process, stops: list[Stop]) -> ProcessOut:
    holding = [one for one in stops if one.process_id in (process.pk, None)]
    first = holding[0] if holding else None
    return ProcessOut(
        id=process.public_id,
        name=process.name,
        skill=process.skill,
        organisation_model=process.organisation_model,
        least_confidence=process.least_confidence,
        first_response_minutes=process.first_response_minutes,
        stop=StopOut(since=first.at, why=first.why, everywhere=first.process_id is None)
        if first
        else None,
    )
