"""Which tools with AI in them there are, and what may be done with them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from samspil.core.gateway.allowing import Place
from samspil.core.gateway.tools import (
    Missing,
    Standing,
    Status,
    ToolFacts,
    ends_soon,
    missing,
    runs_out,
    standing,
)
from samspil.core.masking import DataClass
from samspil.governance.models import SCORES, Tool
from samspil.people.models import Colleague

OWN = (Place.MACHINE, Place.HOUSE)
"""Places that are the organisation's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolRow:
    """A tool with what may go there, the mildest class first, and how its approval stands.

    `last_day` of its approval is None without end; `soon`: it runs out within 30 days, or has.
    """

    tool: Tool
    allowed: tuple[DataClass, ...]
    standing: Standing
    last_day: date | None
    soon: bool
    missing: tuple[Missing, ...]

    @property
    def points(self) -> float | None:
        """The mean of its points, from 1 to 5; None where some are not given."""
        given = [getattr(self.tool, name) for name in SCORES]
        return None if None in given else sum(given) / len(given)


def tool_rows(*, today: date) -> list[ToolRow]:
    """Every tool: what waits for a word first, then by name; two statements."""
    order = list(Status)
    return sorted(
        (_row(one, today=today) for one in _tools()),
        key=lambda row: (order.index(Status(row.tool.status)), row.tool.name.casefold()),
    )


def tool_at(public_id: UUID, *, today: date) -> ToolRow:
    """One tool; raises `Tool.DoesNotExist`."""
    return _row(_tools().get(public_id=public_id), today=today)


def usable_tools(*, today: date) -> list[ToolRow]:
    """What people may use themselves today, by name: no language model that Samspil asks."""
    found = [_row(one, today=today) for one in _tools().filter(server=None, status=Status.APPROVED)]
    valid = (row for row in found if row.standing is Standing.VALID)
    return sorted(valid, key=lambda row: row.tool.name.casefold())


def running_out(colleague: Colleague, *, today: date) -> list[ToolRow]:
    """The colleague's tools whose approval ends soon or has ended, the first to end first."""
    rows = _tools().filter(owner=colleague, status=Status.APPROVED)
    found = [_row(one, today=today) for one in rows]
    return sorted((row for row in found if row.soon), key=lambda row: row.last_day or today)


def standing_of(tool: Tool | None, *, today: date) -> Standing:
    """How the approval of a tool stands; what the register does not hold is not approved."""
    if tool is None:
        return Standing.UNAPPROVED
    return standing(Status(tool.status), _last_day(tool), today=today)


def lacks(tool: Tool) -> tuple[Missing, ...]:
    """What keeps a tool from being approved."""
    return missing(
        ToolFacts(
            owned=tool.owner_id is not None,
            purpose=tool.purpose,
            tested=tool.tested,
            contract=tool.contract,
            scores=[getattr(tool, name) for name in SCORES],
            leaves_house=tool.place not in OWN,
        )
    )


def _tools() -> QuerySet[Tool]:
    """With all that a row is made of, in two statements."""
    return Tool.objects.select_related("owner", "server").prefetch_related("server__allowances")


def _last_day(tool: Tool) -> date | None:
    return runs_out(tool.contract_until, tool.valid_until)


def _row(tool: Tool, *, today: date) -> ToolRow:
    if tool.server is not None:
        gets = {one.data_class for one in tool.server.allowances.all()}
    else:
        gets = set(tool.allowed)
    return ToolRow(
        tool=tool,
        allowed=tuple(one for one in DataClass if one in gets),
        standing=standing_of(tool, today=today),
        last_day=_last_day(tool),
        soon=ends_soon(Status(tool.status), _last_day(tool), today=today),
        missing=lacks(tool),
    )
