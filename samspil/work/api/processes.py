"""Processes by program, and stopping AI in them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.evidence.certificate import Promise
from samspil.core.roles import Action
from samspil.core.skill import Senders
from samspil.people.queries import WorkRequest, check_may, teams
from samspil.skills.registry import CUSTOMER_SERVICE
from samspil.work import actions
from samspil.work.api.beside import TogetherOut, together_out
from samspil.work.api.grouping import WayOut, way_out
from samspil.work.models import Process, Stop
from samspil.work.queries import process_at, processes, standing_stops
from samspil.work.queries.evidence import evidence_of
from samspil.work.queries.judging import comparison_of

router = Router(tags=["processes"])


class StopOut(Schema):
    """Since when AI is stopped here, and why; it may be stopped everywhere."""

    since: datetime
    why: str
    everywhere: bool


class ProcessOut(Schema):
    """A line of work. Of a `closed` one only its teams see the cases."""

    id: UUID
    name: str
    skill: str
    senders: str
    starter: str
    organisation_model: str
    least_confidence: float
    first_response_minutes: int
    closed: bool
    stop: StopOut | None


class ProcessesOut(Schema):
    """All of them, by name."""

    processes: list[ProcessOut]


class StopIn(Schema):
    """Why AI is stopped, for those who come after."""

    why: str = Field("", max_length=500)


@router.get("/processes", response=ProcessesOut, summary="List the processes")
def read_processes(request: WorkRequest) -> ProcessesOut:
    """Every process, and whether AI is stopped in it."""
    check_may(request.colleague, Action.SEE_PROCESSES)
    stops = standing_stops()
    return ProcessesOut(processes=[process_out(one, stops) for one in processes()])


class ProcessIn(Schema):
    """A new line of work; `starter` is customer_service, hr or it, and brings topics and senders.

    Without a team the first one takes it. `about_terms` says whether anybody decides by what AI
    found about a person's hiring, pay, hours or leave: where colleagues ask about their work (hr),
    AI begins only once somebody who governs uses of AI has said so.
    """

    name: str = Field(min_length=1, max_length=200)
    starter: Literal["customer_service", "hr", "it"]
    team: UUID | None = None
    about_terms: bool | None = None


@router.post("/processes", response={201: ProcessOut}, summary="Set up a process")
def make_process(request: WorkRequest, payload: ProcessIn) -> Status[ProcessOut]:
    """AI knows the topics of the starter at once and proposes; a person decides every case."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    there = [one for one in teams() if payload.team in (None, one.public_id)]
    if not there:
        raise HttpError(422, "There is no such team.")
    customers = payload.starter == CUSTOMER_SERVICE
    try:
        made = actions.begin_process(
            name=payload.name,
            team=there[0],
            senders=Senders.CUSTOMERS if customers else Senders.EMPLOYEES,
            starter=payload.starter,
            topics=None,
            about_terms=payload.about_terms,
            by=colleague,
            at=timezone.now(),
        )
    except actions.NameTaken as why:
        raise HttpError(409, str(why)) from why
    return Status(201, process_out(made, standing_stops()))


class EvidenceOut(Schema):
    """What verified answers of the version in use show; shares from 0 to 1.

    Without a `threshold` nothing may be promised. `missing` is how many more answers make it
    likely that AI may finish most cases; null where no number would. `overturned` of the wrong
    ones were taken for right until a later decision said otherwise; lots chose `drawn` of
    all for people, and `drawn_wrong` of those were wrong. `together` compares people,
    AI and both, `ways` one promise for all with promises by language and by topic.
    """

    version: str
    alpha: float
    delta: float
    verified: int
    wrong: int
    overturned: int
    drawn: int
    drawn_wrong: int
    simulated: int
    threshold: float | None
    share: float
    share_low: float
    share_high: float
    above: int
    wrong_above: int
    missing: int | None
    together: TogetherOut
    ways: list[WayOut]


@router.get(
    "/processes/{uuid:process_id}/evidence",
    response=EvidenceOut,
    summary="Read what AI may do alone",
)
def read_evidence(
    request: WorkRequest, process_id: UUID, alpha: Annotated[float, Query(ge=0.001, le=0.2)] = 0.02
) -> EvidenceOut:
    """The share AI could finish so that at most `alpha` of it is wrong, and what is missing."""
    check_may(request.colleague, Action.SEE_PROCESSES)
    process = process_at(process_id)
    known = evidence_of(process, promise=Promise(alpha=alpha), at=timezone.now())
    found = known.certificate
    low, high = known.between
    return EvidenceOut(
        version=known.version,
        alpha=alpha,
        delta=found.promise.delta,
        verified=known.verified,
        wrong=known.wrong,
        overturned=known.overturned,
        drawn=known.drawn,
        drawn_wrong=known.drawn_wrong,
        simulated=known.simulated,
        threshold=found.threshold,
        share=found.share,
        share_low=low,
        share_high=high,
        above=found.above,
        wrong_above=found.wrong,
        missing=None if known.wanted is None else known.missing,
        together=together_out(comparison_of(process, at=timezone.now())),
        ways=[way_out(way) for way in known.ways],
    )


@router.post("/processes/{uuid:process_id}/stop", response=ProcessOut, summary="Stop AI")
def stop(request: WorkRequest, process_id: UUID, payload: StopIn) -> ProcessOut:
    """Stop AI in this process at once; stopping twice changes nothing."""
    colleague = check_may(request.colleague, Action.STOP_PROCESSES)
    found = process_at(process_id)
    actions.stop(found, why=payload.why, by=colleague, at=timezone.now())
    return process_out(found, standing_stops())


@router.delete(
    "/processes/{uuid:process_id}/stop", response=ProcessOut, summary="Let AI work again"
)
def lift_stop(request: WorkRequest, process_id: UUID) -> ProcessOut:
    """Lift the stop of this process; one that holds everywhere stays."""
    colleague = check_may(request.colleague, Action.STOP_PROCESSES)
    found = process_at(process_id)
    actions.lift_stop(found, by=colleague, at=timezone.now())
    return process_out(found, standing_stops())


def process_out(process: Process, stops: list[Stop]) -> ProcessOut:
    """The process as programs are told of it; `stops` are all that hold now."""
    holding = [one for one in stops if one.process_id in (process.pk, None)]
    first = holding[0] if holding else None
    return ProcessOut(
        id=process.public_id,
        name=process.name,
        skill=process.skill,
        senders=process.senders,
        starter=process.starter,
        organisation_model=process.organisation_model,
        least_confidence=process.least_confidence,
        first_response_minutes=process.first_response_minutes,
        closed=process.closed,
        stop=StopOut(since=first.at, why=first.why, everywhere=first.process_id is None)
        if first
        else None,
    )
