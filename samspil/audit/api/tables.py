"""Tables of many people's answers by program: looked at, brought in, taken out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.audit import actions, queries
from samspil.audit.access import check_may_ask
from samspil.audit.api.shapes import round_at
from samspil.audit.models import Bringing
from samspil.audit.queries import Looked
from samspil.audit.queries.looking import field_of
from samspil.core.audit import LONGEST_TITLE
from samspil.core.audit.many import HEAD, MOST_ROWS, without_empty_teams
from samspil.people.queries import WorkRequest
from samspil.web.table_form import UnfitTable

router = Router(tags=["tasks"])
MOST_CELL = 400


class TableRowIn(Schema):
    """What one person says of one task. `person` is any label; it parts people and is not kept, no
    more than `address`. The rest is as in the columns of a table."""

    person: str = Field(max_length=MOST_CELL)
    team: str = Field(default="", max_length=MOST_CELL)
    address: str = Field(default="", max_length=MOST_CELL)
    week_hours: float | None = None
    task: str = Field(max_length=LONGEST_TITLE * 2)
    times: float | None = None
    per: str = Field(default="week", max_length=MOST_CELL)
    minutes: float | None = None
    errors_in_100: float | None = None
    frustration: int | None = None
    wish: int | None = None
    systems: list[str] = Field(default=[], max_length=MOST_CELL)


class TableIn(Schema):
    """A table. `stands_for` says by a task's name what it means: `task:` with the id of one on the
    list, `library:` with the number of one in the ready library, `away` to leave it out. Only with
    `sure` anything is kept."""

    rows: list[TableRowIn] = Field(max_length=MOST_ROWS)
    stands_for: dict[str, str] = {}
    sure: bool = False


class UnplacedOut(Schema):
    """A task that is not on the list, with what it may stand for: key and wording."""

    task: str
    stands_for: str
    choices: list[tuple[str, str]]


class TableOut(Schema):
    """What a table brings in, or would; `id` is null where nothing was kept. `left_out` are
    sentences; of teams in `few` nothing is told as a team."""

    id: UUID | None
    people: int
    answers: int
    left_out: list[str]
    unplaced: list[UnplacedOut]
    few: list[str]


class BroughtOut(Schema):
    """A table that was brought in; nothing of what it says."""

    id: UUID
    people: int
    answers: int
    at: datetime


@router.get(
    "/audits/{uuid:round_id}/tables", response=list[BroughtOut], summary="Tables of a round"
)
def tables(request: WorkRequest, round_id: UUID) -> list[BroughtOut]:
    """What was brought in with tables, newest first."""
    check_may_ask(request.colleague)
    return [
        BroughtOut(id=one.public_id, people=one.people, answers=one.answers, at=one.at)
        for one in queries.bringings_of(round_at(round_id))
    ]


@router.post(
    "/audits/{uuid:round_id}/tables", response={200: TableOut, 201: TableOut},
    summary="Look at a table of many people's answers, or bring it in",
)  # fmt: skip
def bring_table(request: WorkRequest, round_id: UUID, body: TableIn) -> Status[TableOut]:
    """Without `sure` nothing is kept. 422 where it is no table or nobody is in it, 409 where the
    round is not open."""
    colleague, audit = check_may_ask(request.colleague), round_at(round_id)
    chosen = {field_of(title): said for title, said in body.stands_for.items()}
    try:
        rows = queries.rows_of_many(without_empty_teams([HEAD, *_cells(body.rows)]))
        looked = queries.look_at_table(
            rows, audit, chosen=chosen, language=(get_language() or "en")[:2]
        )
        if not body.sure:
            return Status(200, _out(looked, None))
        made = actions.bring_table(audit, looked.people, by=colleague, at=timezone.now())
    except actions.NotNow as why:
        raise HttpError(409, str(why)) from None
    except (UnfitTable, actions.UnfitBringing, actions.UnfitTask) as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _out(looked, made.public_id))


@router.delete(
    "/audits/{uuid:round_id}/tables/{uuid:table_id}", response={204: None},
    summary="Take a table out again",
)  # fmt: skip
def take_out(request: WorkRequest, round_id: UUID, table_id: UUID) -> Status[None]:
    """Wholly, and until the round is over: then 409."""
    colleague = check_may_ask(request.colleague)
    try:
        brought = queries.bringing_at(round_at(round_id), table_id)
        actions.take_table_out(brought, by=colleague, at=timezone.now())
    except Bringing.DoesNotExist:
        raise Http404 from None
    except actions.NotNow as why:
        raise HttpError(409, str(why)) from None
    return Status(204, None)


def _cells(rows: Sequence[TableRowIn]) -> Iterator[Sequence[str]]:
    """The rows as a file would have them."""
    for one in rows:
        yield (
            one.person, one.team, one.address, _plain(one.week_hours), one.task, _plain(one.times),
            one.per, _plain(one.minutes), _plain(one.errors_in_100), _plain(one.frustration),
            _plain(one.wish), ", ".join(one.systems),
        )  # fmt: skip


def _plain(number: float | None) -> str:
    return "" if number is None else repr(number)


def _out(looked: Looked, made: UUID | None) -> TableOut:
    return TableOut(
        id=made, people=len(looked.people), answers=looked.answers, left_out=list(looked.wrong),
        few=list(looked.few),
        unplaced=[
            UnplacedOut(task=one.title, stands_for=one.chosen, choices=list(one.choices))
            for one in looked.unplaced
        ],
    )  # fmt: skip
