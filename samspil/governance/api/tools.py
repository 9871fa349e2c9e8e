"""Tools with AI in them by program: which may be used, and the register."""

from datetime import date
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.gateway.tools import Status as ToolStatus
from samspil.core.masking import DataClass
from samspil.core.reading import one_line
from samspil.core.roles import Action
from samspil.governance.access import check_may_govern
from samspil.governance.actions import BadTool, decide_tool, say_used
from samspil.governance.models import Tool
from samspil.governance.queries import ToolRow, tool_at, tool_rows, usable_tools
from samspil.people.queries import WorkRequest, check_may

router = Router(tags=["models"])


class ToolOut(Schema):
    """A tool with AI in it. `standing` is valid, unapproved or expired; `last_day` null without
    end. Points go from 1 to 5. `model` is set where Samspil itself asks it."""

    id: UUID
    name: str
    purpose: str
    place: str
    allowed: list[str]
    status: str
    standing: str
    last_day: date | None
    owner: UUID | None
    contract: str
    contract_until: date | None
    tested: str
    valid_until: date | None
    privacy: int | None
    integration: int | None
    support: int | None
    why: str
    model: UUID | None


class UsableOut(Schema):
    """A tool that people may use themselves, and the classes of data that may go there."""

    name: str
    purpose: str
    place: str
    allowed: list[str]


class UsedIn(Schema):
    """A tool that is used or wanted; `allowed` are the classes of data that people put there."""

    name: str = Field(min_length=1, max_length=80)
    purpose: str = Field("", max_length=500)
    allowed: list[DataClass] = []


class DecisionIn(Schema):
    """How a tool stands from now on; a refusal and an end take a reason, which colleagues read."""

    status: ToolStatus
    why: str = Field("", max_length=300)


class AskedOut(Schema):
    """It is in the register now."""

    id: UUID


@router.get("/tools", response=list[UsableOut], summary="AI tools that you may use")
def read_usable(request: WorkRequest) -> list[UsableOut]:
    """What is approved today for people's own use."""
    check_may(request.colleague, Action.ASK)
    return [
        UsableOut(name=row.tool.name, purpose=row.tool.purpose, place=row.tool.place,
                  allowed=list(row.allowed))
        for row in usable_tools(today=timezone.localdate())
    ]  # fmt: skip


@router.get("/tools/register", response=list[ToolOut], summary="The register of tools")
def read_register(request: WorkRequest) -> list[ToolOut]:
    """Every tool, what waits for a word first."""
    check_may_govern(request.colleague)
    return [_tool(row) for row in tool_rows(today=timezone.localdate())]


@router.post("/tools", response={201: AskedOut}, summary="Say that a tool is used")
def write_used(request: WorkRequest, body: UsedIn) -> Status[AskedOut]:
    """It waits for a word of those who govern."""
    colleague = check_may(request.colleague, Action.ASK)
    name = one_line(body.name)
    if not name:
        raise HttpError(422, _("A tool needs a name."))
    try:
        made = say_used(
            name, purpose=body.purpose, classes=frozenset(body.allowed), by=colleague,
            at=timezone.now(),
        )  # fmt: skip
    except BadTool as why:
        raise HttpError(409, str(why)) from why
    return Status(201, AskedOut(id=made.public_id))


@router.post("/tools/{uuid:tool_id}/decision", response=ToolOut, summary="Decide about a tool")
def write_decision(request: WorkRequest, tool_id: UUID, body: DecisionIn) -> ToolOut:
    """409 where the register still asks for something before it can be approved."""
    colleague, now = check_may_govern(request.colleague), timezone.now()
    try:
        found = tool_at(tool_id, today=timezone.localdate())
        decide_tool(found.tool, body.status, why=body.why, by=colleague, at=now)
    except Tool.DoesNotExist:
        raise Http404(str(tool_id)) from None
    except BadTool as why:
        raise HttpError(409, str(why)) from why
    return _tool(tool_at(tool_id, today=timezone.localdate()))


def _tool(row: ToolRow) -> ToolOut:
    one = row.tool
    return ToolOut(
        id=one.public_id, name=one.name, purpose=one.purpose, place=one.place,
        allowed=list(row.allowed), status=one.status, standing=row.standing, last_day=row.last_day,
        owner=one.owner.public_id if one.owner else None, contract=one.contract,
        contract_until=one.contract_until, tested=one.tested, valid_until=one.valid_until,
        privacy=one.privacy, integration=one.integration, support=one.support, why=one.why,
        model=one.server.public_id if one.server else None,
    )  # fmt: skip
