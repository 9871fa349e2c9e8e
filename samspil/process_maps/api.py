"""Maps of processes, by program."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.audit import Per
from samspil.core.organisation_models.contract import Route
from samspil.core.process_maps.deciding_who import Value
from samspil.core.process_maps.drafting import Draft, Drafted, Way, in_a_row
from samspil.core.process_maps.faults import MOST_STEPS, Fault, Unfit
from samspil.core.process_maps.outlines import Outline
from samspil.core.process_maps.saying import Said, check_out, fit_name, fit_owner
from samspil.core.process_maps.walking import Line
from samspil.people.queries import WorkRequest
from samspil.process_maps import actions, queries
from samspil.process_maps.access import check_may_draw, check_may_see
from samspil.process_maps.actions import Owner, Refused, Stale, Wanted
from samspil.process_maps.models import ProcessMap, Step
from samspil.process_maps.queries import Charted, Row

router = Router(tags=["process maps"])


class MapOut(Schema):
    """A map; `plan_of` is the one that it shall take the place of, null where it is how things
    run."""

    id: UUID
    name: str
    owner: str
    plan_of: UUID | None
    steps: int
    made_at: datetime


class ValueOut(Schema):
    """A figure: measured from `n` cases or events, and guessed; null where there is none."""

    measured: float | None
    n: int
    estimated: float | None


class NextOut(Schema):
    """A way out of a step, by the share (0 to 1) of what leaves it."""

    to: UUID
    share: float


class StepOut(Schema):
    """A step for one case: `minutes` and `waiting` in minutes, `errors` and `ai_share` from 0 to 1.
    `who` is person, together or alone; `division` and the range saved (0 to 1) come from its task,
    null where it has none. `visits` is how often a case comes there, null where it never leaves."""

    id: UUID
    name: str
    owner: str
    who: str
    minutes: ValueOut
    waiting: ValueOut
    errors: ValueOut
    ai_share: ValueOut
    process: UUID | None
    topic: str
    task: UUID | None
    division: str | None
    saved_low: float | None
    saved_high: float | None
    visits: float | None
    ends: float
    next: list[NextOut]
    version: int


class TotalsOut(Schema):
    """What a case takes, of what is known: minutes of work and of waiting, hand-overs, AI's share
    weighted by minutes (null where nobody may tell), minutes saved by estimate. `unknown` steps
    have no minutes."""

    minutes: float
    waiting: float
    unknown: list[UUID]
    hand_overs: float
    ai_share: float | None
    saved_low: float
    saved_high: float


class WholeMapOut(MapOut):
    """A map with its steps in their order. No way leads to `unreachable` ones, and from `endless`
    ones there is none to an end."""

    chart: list[StepOut]
    totals: TotalsOut
    unreachable: list[UUID]
    endless: list[UUID]


class NextIn(Schema):
    """A way to the step of this name, by its share (0 to 1); null: what the others leave."""

    to: str
    share: float | None = None


class SaidIn(Schema):
    """A step with guesses for one case; `owner` is the name of a team, or a role in words."""

    name: str
    owner: str = ""
    minutes: float | None = None
    waiting: float | None = None
    errors: float | None = None
    ai_share: float | None = None
    begins: float | None = None
    times: float | None = None
    per: Per = Per.MONTH
    who: Route | None = None


class StepIn(SaidIn):
    """A step of a new map; `next` null in all of them: each goes on to the following one."""

    next: list[NextIn] | None = None


class MapIn(Schema):
    """A map to begin: from an `outline`, or of these steps."""

    name: str = ""
    outline: Outline | None = None
    steps: list[StepIn] = Field(default_factory=list, max_length=MOST_STEPS)


class ChangedIn(SaidIn):
    """A step said otherwise, having seen this version of it. What is left out is unsaid."""

    seen: int = Field(ge=0, le=2**31 - 1)


@router.get("/process-maps", response=list[MapOut], summary="Maps of processes")
def process_maps(request: WorkRequest) -> list[MapOut]:
    """The newest first, plans too."""
    check_may_see(request.colleague)
    return [MapOut(**_head(one, steps=one.n)) for one in queries.there().order_by("-pk")]  # type: ignore[attr-defined]  # annotated there


@router.get("/process-maps/{uuid:map_id}", response=WholeMapOut)
def process_map(request: WorkRequest, map_id: UUID) -> WholeMapOut:
    """One of them, with what is measured of its steps."""
    check_may_see(request.colleague)
    return _whole(_found(map_id))


@router.post("/process-maps", response={201: WholeMapOut}, summary="Begin a map")
def begin(request: WorkRequest, payload: MapIn) -> Status[WholeMapOut]:
    """From an outline, or of steps with their ways."""
    colleague = check_may_draw(request.colleague)
    try:
        draft = _draft(payload)
        outline = queries.outline_name(payload.outline) if payload.outline else ""
        made = actions.begin_map(payload.name or outline, draft, by=colleague, at=timezone.now())
    except (Refused, Unfit) as why:
        raise HttpError(422, _words(why)) from None
    return Status(201, _whole(made))


@router.put("/process-maps/{uuid:map_id}/steps/{uuid:step_id}", response=WholeMapOut)
def change(request: WorkRequest, map_id: UUID, step_id: UUID, payload: ChangedIn) -> WholeMapOut:
    """Say a step otherwise; 409 where somebody changed it meanwhile."""
    colleague = check_may_draw(request.colleague)
    one = _found(map_id)
    step = Step.objects.filter(map=one, public_id=step_id, removed_at=None).first()
    if step is None:
        raise Http404
    try:
        wanted = Wanted(name=payload.name, owner=_owner(payload.owner), said=_said(payload))
        actions.change_step(step, wanted, seen=payload.seen, by=colleague, at=timezone.now())
    except Stale as why:
        raise HttpError(409, str(why)) from None
    except (Refused, Unfit) as why:
        raise HttpError(422, _words(why)) from None
    return _whole(one)


def _draft(payload: MapIn) -> Draft:
    if payload.outline:
        return queries.outline_draft(payload.outline)
    names: list[str] = []
    steps = []
    for one in payload.steps:
        names.append(fit_name(one.name, names))
        steps.append(Drafted(name=names[-1], owner=fit_owner(one.owner), said=_said(one)))
    if all(one.next is None for one in payload.steps):
        return Draft(steps=steps, ways=in_a_row(len(steps)))
    places = {name.casefold(): at for at, name in enumerate(names)}
    ways = [way for at, one in enumerate(payload.steps) for way in _ways(at, one, places)]
    return Draft(steps=steps, ways=ways)


def _ways(at: int, one: StepIn, places: dict[str, int]) -> list[Way]:
    found: dict[int, float | None] = {}
    for way in one.next or ():
        target = places.get(" ".join(way.to.split()).casefold())
        if target is None:
            raise Unfit(Fault.NO_END)
        if way.share is not None and not 0 <= way.share <= 1:
            raise Unfit(Fault.SHARE)
        found[target] = way.share
    check_out(one.name, [Line(source=at, target=to, share=each) for to, each in found.items()])
    return [(at, target, share) for target, share in found.items()]


def _said(one: SaidIn) -> Said:
    return Said(
        minutes=one.minutes, waiting=one.waiting, errors=one.errors, ai_share=one.ai_share,
        begins=one.begins, times=one.times, per=one.per, route=one.who,
    )  # fmt: skip


def _owner(words: str) -> Owner:
    team = queries.team_called(words)
    return Owner(team=team, role="" if team else words)


def _words(why: Refused | Unfit) -> str:
    return str(why) if isinstance(why, Refused) else _(why.words).format(**why.figures)


def _whole(one: ProcessMap) -> WholeMapOut:
    found = queries.charted(one, now=timezone.now())
    ids = {row.step.pk: row.step.public_id for row in found.rows}
    return WholeMapOut(
        **_head(one, steps=len(found.rows)),
        chart=[_step(row) for row in found.rows],
        totals=_totals(found, ids),
        unreachable=[ids[key] for key in found.walk.unreachable],
        endless=[ids[key] for key in found.walk.endless],
    )


def _head(one: ProcessMap, *, steps: int) -> dict[str, Any]:
    return {
        "id": one.public_id,
        "name": one.name,
        "owner": queries.owner_of(one),
        "plan_of": one.plan_of.public_id if one.plan_of else None,
        "steps": steps,
        "made_at": one.made_at,
    }


def _step(row: Row) -> StepOut:
    step = row.step
    return StepOut(
        id=step.public_id,
        name=step.name,
        owner=row.owner,
        who=row.who.route,
        minutes=_value(row.minutes),
        waiting=_value(row.waiting),
        errors=_value(row.errors),
        ai_share=_value(row.ai_share),
        process=step.process.public_id if step.process else None,
        topic=step.topic,
        task=step.task.public_id if step.task else None,
        division=row.task.division if row.task else None,
        saved_low=row.saved.low if row.saved else None,
        saved_high=row.saved.high if row.saved else None,
        visits=row.visits,
        ends=row.ends,
        next=[NextOut(to=way.target.public_id, share=way.share) for way in row.ways],
        version=step.version,
    )


def _value(value: Value) -> ValueOut:
    return ValueOut(measured=value.measured, n=value.n, estimated=value.guessed)


def _totals(found: Charted, ids: dict[int, UUID]) -> TotalsOut:
    totals = found.totals
    return TotalsOut(
        minutes=totals.minutes,
        waiting=totals.waiting,
        unknown=[ids[key] for key in totals.no_minutes],
        hand_overs=totals.hand_overs,
        ai_share=totals.ai_share,
        saved_low=totals.saved.low,
        saved_high=totals.saved.high,
    )


def _found(public_id: UUID) -> ProcessMap:
    try:
        return queries.map_at(public_id)
    except ProcessMap.DoesNotExist:
        raise Http404 from None
