"""Who sees a process's cases, by program."""

from uuid import UUID

from django.utils import timezone
from ninja import Router

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.work import actions
from samspil.work.api.processes import ProcessOut, process_out
from samspil.work.queries import process_at, standing_stops

router = Router(tags=["processes"])


@router.post("/processes/{uuid:process_id}/closed", response=ProcessOut, summary="Close a process")
def close(request: WorkRequest, process_id: UUID) -> ProcessOut:
    """Let only the process's teams see its cases; closing twice changes nothing."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = process_at(process_id)
    actions.close_process(found, by=colleague, at=timezone.now())
    return process_out(found, standing_stops())


@router.delete(
    "/processes/{uuid:process_id}/closed", response=ProcessOut, summary="Open a closed process"
)
def open_again(request: WorkRequest, process_id: UUID) -> ProcessOut:
    """Let everybody who may see cases see those of the process, what came before included."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = process_at(process_id)
    actions.open_process(found, by=colleague, at=timezone.now())
    return process_out(found, standing_stops())
