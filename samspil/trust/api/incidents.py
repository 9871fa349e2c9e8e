"""What went wrong with AI or with data, by program."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import AwareDatetime

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.trust import actions
from samspil.trust.models import Concerned
from samspil.trust.queries.incidents import Standing, incidents, standing_of
from samspil.uses.queries import check_may_govern

router = Router(tags=["uses"])
MOST = 200


class IncidentIn(Schema):
    """What went wrong, without names of those it concerns. `use` is the id of a use of AI, empty
    where none had part in it; `number` of people it concerns is null where nobody knows."""

    what: str = Field(max_length=2000)
    noticed_at: AwareDatetime
    use: UUID | None = None
    concerns: list[Concerned] = Field([], max_length=4)
    number: int | None = Field(None, ge=0, le=1_000_000_000)


class MadeOut(Schema):
    """The incident that was reported."""

    id: UUID


class TellingOut(Schema):
    """Who has to be told: data_authority, people, maker or market_authority. `due_at` is null where
    it is at once, `told_at` until somebody did; it is not owed before it is `in_force`."""

    duty: str
    article: str
    due_at: datetime | None
    in_force: bool
    late: bool
    told_at: datetime | None


class IncidentOut(Schema):
    """An incident as it stands. `breach` is unknown, none, unlikely, risk or high; `severity`
    grave, reported or kept."""

    id: UUID
    what: str
    noticed_at: datetime
    reported_at: datetime
    use: UUID | None
    concerns: list[str]
    number: int | None
    breach: str
    harms: list[str]
    severity: str
    tellings: list[TellingOut]
    closed_at: datetime | None
    learned: str


@router.get("/incidents", response=list[IncidentOut], summary="What went wrong")
def read_incidents(request: WorkRequest) -> list[IncidentOut]:
    """The last 200 incidents, the newest first."""
    check_may_govern(request.colleague)
    now = timezone.now()
    return [_out(standing_of(one, now=now)) for one in incidents()[:MOST]]


@router.post("/incidents", response={201: MadeOut}, summary="Report an incident")
def report(request: WorkRequest, body: IncidentIn) -> Status[MadeOut]:
    """Keep what went wrong; those who answer for AI and data see it at once."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    reported = actions.Reported(
        what=body.what, noticed_at=body.noticed_at, thing=str(body.use or ""),
        concerns=[one.value for one in body.concerns], number=body.number,
    )  # fmt: skip
    try:
        made = actions.report_incident(reported, by=colleague, at=timezone.now())
    except actions.BadIncident as why:
        raise HttpError(422, str(why)) from None
    return Status(201, MadeOut(id=made.public_id))


def _out(one: Standing) -> IncidentOut:
    found = one.incident
    return IncidentOut(
        id=found.public_id, what=found.what, noticed_at=found.noticed_at, reported_at=found.at,
        use=UUID(found.thing) if found.thing else None, concerns=found.concerns,
        number=found.number, breach=found.breach, harms=found.harms, severity=one.severity,
        closed_at=found.closed_at, learned=found.learned,
        tellings=[
            TellingOut(
                duty=each.owed.duty, article=each.owed.article, due_at=each.owed.due_at,
                in_force=each.in_force, late=each.late,
                told_at=each.told.when if each.told else None,
            )
            for each in one.tellings
        ],
    )  # fmt: skip
