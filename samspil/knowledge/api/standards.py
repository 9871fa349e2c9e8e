"""Standard answers by program: read, write, change and take away."""

from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.knowledge import actions
from samspil.knowledge.access import (
    check_may_agree,
    check_may_ask,
    check_may_keep,
    check_may_keep_standard,
)
from samspil.knowledge.models import Secrecy, StandardAnswer
from samspil.knowledge.queries import FindStandards, standard_at, standard_page
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, people, teams

router = Router()


class StandardOut(Schema):
    """A standard answer; `texts` by language. Past `valid_until` it answers nothing.

    `alone`: somebody agreed that it may be sent to customers without a look.
    """

    id: UUID
    wordings: list[str]
    texts: dict[str, str]
    secrecy: str
    team: UUID | None
    owner: UUID
    valid_until: date
    version: int
    changed_at: datetime
    alone: bool


class StandardsOut(Schema):
    """The newest first; `after` asks for those after these."""

    answers: list[StandardOut]
    after: UUID | None


class StandardIn(Schema):
    """Wordings of the question, the answer by language (da, de, en), and its terms.

    `seen` is the version that is changed; a newer one is not overwritten.
    """

    wordings: list[str] = Field(max_length=20)
    texts: dict[str, str]
    valid_until: date
    secrecy: Secrecy = Secrecy.INTERNAL
    team: UUID | None = None
    owner: UUID | None = None
    seen: int = 0


class AgreedIn(Schema):
    """`seen` is the version that was read and agreed to."""

    seen: int


@router.get("/answers", response=StandardsOut)
def standards(request: WorkRequest, after: UUID | None = None) -> StandardsOut:
    """The standard answers that the token's colleague may see, fifty at a time."""
    colleague = check_may_ask(request.colleague)
    before = _find(colleague, after).pk if after else None
    today = day_of(timezone.now())
    rows, later = standard_page(colleague, FindStandards(), today=today, before=before)
    following = rows[-1].public_id if later else None
    return StandardsOut(answers=[_out(one) for one in rows], after=following)


@router.get("/answers/{uuid:answer}", response=StandardOut)
def one_standard(request: WorkRequest, answer: UUID) -> StandardOut:
    """One standard answer."""
    return _out(_find(check_may_ask(request.colleague), answer))


@router.post("/answers", response={201: StandardOut})
def add_standard(request: WorkRequest, body: StandardIn) -> Status[StandardOut]:
    """Write one."""
    colleague = check_may_keep(request.colleague)
    try:
        made = actions.make_standard(_said(body), by=colleague, at=timezone.now())
    except (actions.BadStandard, actions.BadTerms) as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _out(made))


@router.put("/answers/{uuid:answer}", response=StandardOut)
def change_standard(request: WorkRequest, answer: UUID, body: StandardIn) -> StandardOut:
    """Say something else from now on; 409 where `seen` is not its version any more."""
    found = _find(check_may_ask(request.colleague), answer)
    colleague = check_may_keep_standard(request.colleague, found)
    try:
        actions.change_standard(found, _said(body), seen=body.seen, by=colleague, at=timezone.now())
    except (actions.BadStandard, actions.BadTerms) as why:
        raise HttpError(422, str(why)) from None
    except actions.StaleStandard as why:
        raise HttpError(409, str(why)) from None
    return _out(_find(colleague, answer))


@router.delete("/answers/{uuid:answer}", response={204: None})
def remove_standard(request: WorkRequest, answer: UUID) -> Status[None]:
    """Answer with it no more; it is deleted in a day."""
    colleague = check_may_keep(request.colleague)
    actions.remove_standards([_find(colleague, answer).pk], by=colleague, at=timezone.now())
    return Status(204, None)


@router.post("/answers/{uuid:answer}/alone", response=StandardOut)
def agree_to_alone(request: WorkRequest, answer: UUID, body: AgreedIn) -> StandardOut:
    """Let AI send it without a look once people verified it often enough.

    409 where `seen` is not its version any more, 422 where it is not for everybody.
    """
    found = _find(check_may_ask(request.colleague), answer)
    colleague = check_may_agree(request.colleague, found)
    try:
        actions.agree_to_alone(found, seen=body.seen, by=colleague, at=timezone.now())
    except actions.BadStandard as why:
        raise HttpError(422, str(why)) from None
    except actions.StaleStandard as why:
        raise HttpError(409, str(why)) from None
    return _out(_find(colleague, answer))


@router.delete("/answers/{uuid:answer}/alone", response={204: None})
def end_alone(request: WorkRequest, answer: UUID) -> Status[None]:
    """Have a person look at it each time again."""
    found = _find(check_may_ask(request.colleague), answer)
    colleague = check_may_keep_standard(request.colleague, found)
    actions.end_alone(found, by=colleague, at=timezone.now())
    return Status(204, None)


def _find(reader: Colleague, public_id: UUID) -> StandardAnswer:
    try:
        return standard_at(public_id, reader=reader)
    except StandardAnswer.DoesNotExist:
        raise Http404 from None


def _said(body: StandardIn) -> actions.Standard:
    team = next((one for one in teams() if one.public_id == body.team), None)
    owner = next((one for one in people() if one.public_id == body.owner), None)
    if (body.team and team is None) or (body.owner and owner is None):
        raise HttpError(422, "There is no such team or colleague.")
    terms = actions.Terms(secrecy=body.secrecy, team=team, owner=owner, review_on=body.valid_until)
    return actions.Standard(wordings=body.wordings, texts=body.texts, terms=terms)


def _out(one: StandardAnswer) -> StandardOut:
    return StandardOut(
        id=one.public_id,
        wordings=one.wordings,
        texts=one.texts,
        secrecy=one.secrecy,
        team=one.team.public_id if one.team else None,
        owner=one.owner.public_id,
        valid_until=one.valid_until,
        version=one.version,
        changed_at=one.changed_at,
        alone=one.alone,
    )
