"""Language models by program: which there are, what may go there, and what was asked."""

from datetime import datetime
from uuid import UUID

from ninja import Field, Query, Router, Schema

from samspil.governance.access import check_may_govern
from samspil.governance.models import ModelCall
from samspil.governance.queries import CallsAsked, ServerRow, call_page, server_rows
from samspil.people.queries import WorkRequest

router = Router(tags=["models"])
MOST = 500


class ModelOut(Schema):
    """A language model; `allowed` says by class of data: allow, mask or block. Never its key.

    Until `rests_until` nobody asks it, since it failed; until `brief_until` no chat does, since it
    was too slow for them.
    """

    id: UUID
    name: str
    base_url: str
    model: str
    place: str
    purposes: list[str]
    has_key: bool
    on: bool
    owner: UUID
    rests_until: datetime | None
    brief_until: datetime | None
    allowed: dict[str, str]


class CallOut(Schema):
    """That a model was asked, or was not; no text. Tokens are null where nobody counted."""

    id: UUID
    at: datetime
    purpose: str
    data_class: str
    server: str
    model: str
    place: str
    verdict: str
    outcome: str
    why: str
    masked: int
    prompt_tokens: int | None
    answer_tokens: int | None
    milliseconds: int | None
    prompt_digest: str
    answer_digest: str


class CallsOut(Schema):
    """Newest first; give `next` as `before` for those that follow, null where none do."""

    calls: list[CallOut]
    next: int | None


class CallsWanted(Schema):
    """What narrows the calls; from `since` up to before `until`."""

    purpose: str = ""
    data_class: str = ""
    outcome: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = Field(None, ge=1, le=2**62)
    size: int = Field(100, ge=1, le=MOST)


@router.get("/models", response=list[ModelOut], summary="Language models and the allow-list")
def read_models(request: WorkRequest) -> list[ModelOut]:
    """Every language model, the nearest first."""
    check_may_govern(request.colleague)
    return [_model(row) for row in server_rows()]


@router.get("/models/calls", response=CallsOut, summary="What language models were asked")
def read_calls(request: WorkRequest, query: Query[CallsWanted]) -> CallsOut:
    """Calls, newest first."""
    check_may_govern(request.colleague)
    asked = CallsAsked(
        purpose=query.purpose, data_class=query.data_class, outcome=query.outcome,
        since=query.since, until=query.until,
    )  # fmt: skip
    rows, later = call_page(asked, before=query.before, size=query.size)
    return CallsOut(calls=[_call(one) for one in rows], next=later)


def _model(row: ServerRow) -> ModelOut:
    one = row.server
    return ModelOut(
        id=one.public_id, name=one.name, base_url=one.base_url, model=one.model, place=one.place,
        purposes=one.purposes, has_key=bool(one.sealed_key), on=one.on, owner=one.owner.public_id,
        rests_until=one.rests_until, brief_until=one.brief_until,
        allowed={cell.data_class.value: cell.verdict.value for cell in row.cells},
    )  # fmt: skip


def _call(one: ModelCall) -> CallOut:
    return CallOut(
        id=one.public_id, at=one.at, purpose=one.purpose, data_class=one.data_class,
        server=one.server_name, model=one.model, place=one.place, verdict=one.verdict,
        outcome=one.outcome, why=one.why, masked=one.masked, prompt_tokens=one.prompt_tokens,
        answer_tokens=one.answer_tokens, milliseconds=one.milliseconds,
        prompt_digest=one.prompt_digest, answer_digest=one.answer_digest,
    )  # fmt: skip
