"""What AI may do alone in a process, by program: read it, sign for more, take it away."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.groups import GroupsBy
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.work import actions
from samspil.work.api.grouping import GroupOut, SignedGroupOut, group_out, signed_groups_out
from samspil.work.models import Certificate, ProcessAutonomy
from samspil.work.queries import process_at
from samspil.work.queries.autonomy import LoneFigures, autonomy_of, lone_figures, moves_of
from samspil.work.queries.contesting import disagreed_with_ai
from samspil.work.queries.ladder_words import fall_words
from samspil.work.queries.proving import gaps_of, proof_of, wish_of
from samspil.work.queries.watched import watched_of

router = Router(tags=["processes"])


class CertificateOut(Schema):
    """What was proved and signed; shares from 0 to 1.

    Where groups have promises of their own there is no `threshold` for all.
    """

    id: UUID
    level: int
    version: str
    alpha: float
    delta: float
    groups_by: str
    threshold: float | None
    groups: list[SignedGroupOut]
    cases: int
    above: int
    wrong: int
    simulated: int
    topics: list[tuple[str, str]]
    digest: str
    signed_by: str
    at: datetime


class LoneOut(Schema):
    """What AI finished alone, and what checks say of it; shares from 0 to 1."""

    cases: int
    checks: int
    found_wrong: int
    waiting: int
    wrong: float | None
    wrong_low: float
    wrong_high: float


class ComplaintsOut(Schema):
    """Complaints about what AI decided alone: not decided yet, changed, or standing."""

    open: int
    changed: int
    stand: int


class WatchOut(Schema):
    """What a watch looks for, what it has seen, and how near its alarm is, from 0 to 1."""

    watched: str
    words: str
    near: float


class MoveOut(Schema):
    """One step up or down; `by` is empty where a rule took it."""

    at: datetime
    before: int
    after: int
    reason: str
    words: str
    by: str


class TermsIO(Schema):
    """What is promised, and how people watch; shares from 0 to 1.

    `least_cases` is how many verified answers each step up takes at least. `groups_by` gives each
    language or topic a promise of its own; chosen anew, only later answers prove anything.
    """

    alpha: float = Field(0.02, ge=0.001, le=0.2)
    least_cases: int = Field(0, ge=0, le=100_000)
    lane: float = Field(0.05, ge=0.02, le=0.15)
    judge_first: float = Field(0, ge=0, le=1)
    second_look: bool = False
    planted: float = Field(0, ge=0, le=0.2)
    most_before_alarm: int = Field(500, ge=20, le=100_000)
    money_limit: Decimal | None = Field(None, ge=0, max_digits=12, decimal_places=2)
    groups_by: GroupsBy = GroupsBy.PROCESS


class AutonomyOut(Schema):
    """Where AI stands (0 to 3), since when, and what the next step still takes.

    `groups` say what is proved of each for that step, where they have promises of their own.
    """

    level: int
    since: datetime
    terms: TermsIO
    certificate: CertificateOut | None
    lone: LoneOut | None
    complaints: ComplaintsOut
    watches: list[WatchOut]
    missing: list[str]
    groups: list[GroupOut]
    moves: list[MoveOut]


class LowerIn(Schema):
    """The level to go down to."""

    to: int = Field(ge=0, le=2)


@router.get(
    "/processes/{uuid:process_id}/autonomy",
    response=AutonomyOut,
    summary="Read where AI stands",
)
def read_autonomy(request: WorkRequest, process_id: UUID) -> AutonomyOut:
    """The level, what was signed, what checks say, and what is missing for the next step."""
    check_may(request.colleague, Action.SEE_PROCESSES)
    return _autonomy(autonomy_of(process_at(process_id)))


@router.put(
    "/processes/{uuid:process_id}/autonomy/terms",
    response=AutonomyOut,
    summary="Lay down what is promised",
)
def change_terms(request: WorkRequest, process_id: UUID, payload: TermsIO) -> AutonomyOut:
    """A stricter promise has to be proved anew before AI finishes anything."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = process_at(process_id)
    told = payload.model_dump()
    terms = actions.Terms(cases=told.pop("least_cases"), **told)
    actions.change_terms(found, terms, by=colleague, at=timezone.now())
    return _autonomy(autonomy_of(found))


@router.post(
    "/processes/{uuid:process_id}/autonomy/climb",
    response=AutonomyOut,
    summary="Sign for the next level",
)
def climb(request: WorkRequest, process_id: UUID) -> AutonomyOut:
    """The token's holder signs by name; refused with what is missing where it is not proved."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = process_at(process_id)
    actions.climb(found, by=colleague, at=timezone.now())
    return _autonomy(autonomy_of(found))


@router.post(
    "/processes/{uuid:process_id}/autonomy/lower",
    response=AutonomyOut,
    summary="Take autonomy away",
)
def lower(request: WorkRequest, process_id: UUID, payload: LowerIn) -> AutonomyOut:
    """Nobody has to prove anything for that."""
    colleague = check_may(request.colleague, Action.STOP_PROCESSES)
    found = process_at(process_id)
    actions.lower(found, to=Autonomy(payload.to), by=colleague, at=timezone.now())
    return _autonomy(autonomy_of(found))


def _autonomy(kept: ProcessAutonomy) -> AutonomyOut:
    now = timezone.now()
    proof = proof_of(kept, at=now)
    gaps = gaps_of(kept, wish_of(proof, signer="-", at=now))
    lone = lone_figures(kept)
    return AutonomyOut(
        level=kept.level,
        since=kept.since,
        terms=_terms(kept),
        certificate=_certificate(kept.certificate),
        lone=_lone(lone),
        complaints=_complaints(kept),
        watches=[
            WatchOut(watched=one.watched, words=one.words, near=one.near)
            for one in watched_of(kept, lone)
        ],
        missing=[gap.words() for gap in gaps],
        groups=[group_out(one) for one in proof.groups],
        moves=[
            MoveOut(
                at=move.at,
                before=move.before,
                after=move.after,
                reason=move.reason,
                words=fall_words(move),
                by=move.by.name if move.by else "",
            )
            for move in moves_of(kept.process)
        ],
    )


def _terms(kept: ProcessAutonomy) -> TermsIO:
    same = set(TermsIO.model_fields) - {"least_cases"}
    return TermsIO(least_cases=kept.cases, **{name: getattr(kept, name) for name in same})


def _certificate(signed: Certificate | None) -> CertificateOut | None:
    if signed is None:
        return None
    return CertificateOut(
        id=signed.public_id,
        level=signed.level,
        version=signed.version,
        alpha=signed.alpha,
        delta=signed.delta,
        groups_by=signed.groups_by,
        threshold=signed.threshold,
        groups=signed_groups_out(signed),
        cases=signed.cases,
        above=signed.above,
        wrong=signed.wrong,
        simulated=signed.simulated,
        topics=signed.topics,
        digest=signed.digest,
        signed_by=signed.signed_by.name,
        at=signed.at,
    )


def _complaints(kept: ProcessAutonomy) -> ComplaintsOut:
    found = disagreed_with_ai(kept.process)
    return ComplaintsOut(open=found.open, changed=found.changed, stand=found.stand)


def _lone(figures: LoneFigures | None) -> LoneOut | None:
    if figures is None:
        return None
    found = figures.estimate
    return LoneOut(
        cases=found.cases,
        checks=found.checks,
        found_wrong=found.found_wrong,
        waiting=figures.waiting,
        wrong=found.value,
        wrong_low=found.low,
        wrong_high=found.high,
    )
