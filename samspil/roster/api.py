"""AI colleagues by program: what each may do and never does, its load, and how good it is."""

from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Router, Schema

from samspil.core.mandate import WORDS
from samspil.core.roles import Action
from samspil.core.shares import Share
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.roster import queries

router = Router(tags=["ai colleagues"])


class NamedOut(Schema):
    """An AI colleague."""

    id: UUID
    name: str
    skill: str


class AiColleaguesOut(Schema):
    """All of them, by name."""

    ai_colleagues: list[NamedOut]


class LoadOut(Schema):
    """Cases it looked at today and this week, and those that wait for it."""

    today: int
    week: int
    waiting: int


class DutyOut(Schema):
    """What it does in one process. `never` is in English; `topics` are names by level."""

    process: UUID
    name: str
    organisation_model: str
    steps: dict[str, str]
    never: list[str]
    teams: dict[str, str]
    topics: dict[str, list[str]]
    overseers: list[str]
    load: LoadOut
    stopped: bool
    knows: bool


class ShareOut(Schema):
    """`hits` of `n`; `interval` bounds the share with 95 % confidence."""

    hits: int
    n: int
    interval: tuple[float, float]


class JudgedOut(Schema):
    """What people made of one version's proposals; `played` ones prove nothing."""

    process: UUID
    version: str
    played: bool
    last_at: datetime
    agreed: ShareOut
    changed: ShareOut
    rejected: ShareOut


class AiColleagueOut(Schema):
    """One AI colleague; `judged` covers the last ninety days."""

    id: UUID
    name: str
    skill: str
    duties: list[DutyOut]
    load: LoadOut
    judged: list[JudgedOut]


@router.get("/ai-colleagues", response=AiColleaguesOut, summary="List the AI colleagues")
def read_ai_colleagues(request: WorkRequest) -> AiColleaguesOut:
    """Every AI colleague."""
    check_may(request.colleague, Action.SEE_CASES)
    rows = [
        NamedOut(id=one.public_id, name=one.name, skill=one.skill) for one in queries.ai_names()
    ]
    return AiColleaguesOut(ai_colleagues=rows)


@router.get("/ai-colleagues/{uuid:colleague_id}", response=AiColleagueOut, summary="Read a mandate")
def read_ai_colleague(request: WorkRequest, colleague_id: UUID) -> AiColleagueOut:
    """What it may do and never does, its load, and what people made of its proposals."""
    check_may(request.colleague, Action.SEE_CASES)
    try:
        found = queries.ai_page(colleague_id, now=timezone.now())
    except Colleague.DoesNotExist:
        raise Http404 from None
    ids = {duty.process.pk: duty.process.public_id for duty in found.duties}
    return AiColleagueOut(
        id=found.colleague.public_id,
        name=found.colleague.name,
        skill=found.colleague.skill,
        duties=[_duty(duty) for duty in found.duties],
        load=_load(found.load),
        judged=[_judged(row, ids[row.process]) for row in found.judged if row.process in ids],
    )


def _duty(duty: queries.Duty) -> DutyOut:
    return DutyOut(
        process=duty.process.public_id,
        name=duty.process.name,
        organisation_model=duty.process.organisation_model,
        steps={str(step): str(route) for step, route in duty.steps.items()},
        never=[WORDS[limit] for limit in duty.limits],
        teams=dict(duty.teams),
        topics={level: list(names) for level, names in duty.topics.items()},
        overseers=list(duty.overseers),
        load=_load(duty.load),
        stopped=duty.stop is not None,
        knows=duty.knows,
    )


def _load(load: queries.Load) -> LoadOut:
    return LoadOut(today=load.today, week=load.week, waiting=load.waiting)


def _judged(row: queries.Judged, process: UUID) -> JudgedOut:
    shares = {verdict: _share(share) for verdict, share in row.shares.items()}
    return JudgedOut(
        process=process, version=row.version, played=row.played, last_at=row.last_at, **shares
    )


def _share(share: Share) -> ShareOut:
    return ShareOut(hits=share.hits, n=share.n, interval=share.interval)
