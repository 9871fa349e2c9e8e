"""Accept who does a task, by program."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.audit.models import Task
from samspil.audit.queries import task_at
from samspil.core.pipeline.accepting import NothingToTry
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may, day_of
from samspil.pipeline import actions
from samspil.pipeline.access import check_may_plan
from samspil.pipeline.api.initiatives import OneInitiativeOut, one_told
from samspil.pipeline.forms import AcceptForm
from samspil.pipeline.views.drafting import accepted_plan
from samspil.web.filled import filled
from samspil.work.actions import NameTaken

router = Router(tags=["initiatives"])


class AcceptIn(Schema):
    """What nobody but a person can say of a task that is accepted; all else is as the page fills it
    in. `starter` (customer_service, hr or it) has a process made for it, of `team`."""

    criteria: str = Field(default="", max_length=2000)
    evaluator: UUID | None = None
    process: UUID | None = None
    starter: str = ""
    team: UUID | None = None


@router.post("/allocation/{uuid:task_id}/accept", response={201: OneInitiativeOut})
def accept(request: WorkRequest, task_id: UUID, payload: AcceptIn) -> Status[OneInitiativeOut]:
    """Begin an initiative for a task as it is allocated; 409 where a person does it alone, or a
    process of its name is there."""
    colleague = check_may_plan(request.colleague)
    task, now = _task(task_id), timezone.now()
    if payload.starter:
        check_may(colleague, Action.CHANGE_PROCESSES)
        if task.process is not None:
            raise HttpError(409, _("This task is part of a process already."))
    try:
        first = accepted_plan(task, by=colleague, on=day_of(now))
    except NothingToTry as why:
        raise HttpError(409, _(str(why))) from None
    form = AcceptForm(first | _named(payload), makes=bool(payload.starter))
    filled(form, sent_as={"kind": "starter", "takers": "team"})
    try:
        made = actions.accept(
            task, form.cleaned_data["plan"], work=form.cleaned_data["work"], by=colleague, at=now
        )
    except NameTaken as why:
        raise HttpError(409, str(why)) from None
    return Status(201, one_told(made.public_id))


def _named(payload: AcceptIn) -> dict[str, Any]:
    """What was sent, by the names that the form has."""
    said = {
        "criteria": payload.criteria, "evaluator": payload.evaluator, "process": payload.process,
        "kind": payload.starter, "takers": payload.team,
    }  # fmt: skip
    return {name: str(value) for name, value in said.items() if value}


def _task(public_id: UUID) -> Task:
    try:
        return task_at(public_id)
    except Task.DoesNotExist:
        raise Http404 from None
