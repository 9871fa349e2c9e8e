"""Begin a map, say its name and owner otherwise, take it off the list, copy it as a plan."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samspil.core.process_maps.drafting import Draft
from samspil.core.process_maps.faults import LONGEST_NAME, MOST_LINES, MOST_STEPS, Fault, Unfit
from samspil.core.process_maps.saying import Said, check_begins
from samspil.eventlogs.models import EventLog
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.people.queries import teams
from samspil.process_maps.access import check_may_draw
from samspil.process_maps.actions.keeping import (
    OF_MAP,
    OF_STEP,
    Owner,
    locked,
    say_otherwise,
    still_there,
)
from samspil.process_maps.actions.refusing import in_words, stale
from samspil.process_maps.models import Connection, ProcessMap, Step


@transaction.atomic
def begin_map(
    name: str,
    draft: Draft,
    *,
    owner: Owner | None = None,
    log: EventLog | None = None,
    by: Colleague,
    at: datetime,
) -> ProcessMap:
    """Keep a map with these steps and ways. Owners that are called as a team are that team; the
    activities are those of `log`. Raises `Refused`."""
    check_may_draw(by)
    with in_words():
        said = {"name": _fit(name), **(owner or Owner()).fields()}
        _check_size(draft)
    made = ProcessMap.objects.create(made_at=at, joined=draft.joined, **said)
    known = {one.name.casefold(): one for one in teams()}
    steps = Step.objects.bulk_create(
        Step(
            map=made,
            place=place,
            name=one.name,
            log=log if one.activity else None,
            activity=one.activity,
            **_owned(one.owner, known),
            **said_fields(one.said),
        )
        for place, one in enumerate(draft.steps)
    )
    Connection.objects.bulk_create(
        Connection(map=made, source=steps[source], target=steps[target], share=share)
        for source, target, share in draft.ways
    )
    note("process_map_begun", "process_map", made.public_id, by=by, at=at)
    return made


@transaction.atomic
def change_map(
    one: ProcessMap, name: str, *, owner: Owner, seen: int, by: Colleague, at: datetime
) -> None:
    """Call it otherwise, or give it to somebody else. Raises `Refused` and `Stale`."""
    check_may_draw(by)
    now = locked(one)
    with in_words():
        said = {"name": _fit(name), **owner.fields()}
    say_otherwise(now, said, seen=seen, names=OF_MAP)
    note("process_map_changed", "process_map", one.public_id, by=by, at=at)


@transaction.atomic
def take_back_map(one: ProcessMap, *, seen: int, by: Colleague, at: datetime) -> None:
    """Say it again as it was said before, having `seen` this version. Raises `Stale`."""
    check_may_draw(by)
    now = locked(one)
    if not now.was:
        raise stale()
    say_otherwise(now, still_there(now.was), seen=seen, names=OF_MAP)
    note("process_map_changed", "process_map", one.public_id, by=by, at=at)


@transaction.atomic
def remove_map(one: ProcessMap, *, by: Colleague, at: datetime) -> None:
    """Take it off the list, with all that stands on it."""
    check_may_draw(by)
    if ProcessMap.objects.filter(pk=one.pk, removed_at=None).update(removed_at=at):
        note("process_map_removed", "process_map", one.public_id, by=by, at=at)


@transaction.atomic
def restore_map(one: ProcessMap, *, by: Colleague, at: datetime) -> None:
    """Put it back."""
    check_may_draw(by)
    gone = ProcessMap.objects.filter(pk=one.pk, removed_at__isnull=False)
    if gone.update(removed_at=None):
        note("process_map_restored", "process_map", one.public_id, by=by, at=at)


@transaction.atomic
def plan_map(one: ProcessMap, name: str, *, by: Colleague, at: datetime) -> ProcessMap:
    """Copy it, to say how it shall be; every step knows which one it comes from."""
    check_may_draw(by)
    now = locked(one)
    with in_words():
        fit = _fit(name)
    made = ProcessMap.objects.create(
        name=fit, plan_of=now, joined=now.joined, made_at=at, team_id=now.team_id,
        person_id=now.person_id, role=now.role,
    )  # fmt: skip
    olds = list(Step.objects.filter(map=now).order_by("place", "pk"))
    news = Step.objects.bulk_create(
        Step(
            map=made, place=old.place, origin=old, removed_at=old.removed_at,
            **{name: getattr(old, name) for name in OF_STEP},
        )
        for old in olds
    )  # fmt: skip
    copies = {old.pk: new for old, new in zip(olds, news, strict=True)}
    Connection.objects.bulk_create(
        Connection(
            map=made, source=copies[way.source_id], target=copies[way.target_id], share=way.share
        )
        for way in Connection.objects.filter(map=now, removed_at=None).order_by("pk")
    )
    note("process_map_planned", "process_map", made.public_id, by=by, at=at)
    return made


def said_fields(said: Said) -> dict[str, object]:
    """What is guessed of a step, as rows keep it."""
    names = ("minutes", "waiting", "errors", "ai_share", "begins", "times", "per")
    fields = {name: getattr(said, name) for name in names}
    return {**fields, "route": said.route or ""}


def _check_size(draft: Draft) -> None:
    if len(draft.steps) > MOST_STEPS:
        raise Unfit(Fault.MANY_STEPS, most=MOST_STEPS)
    if len(draft.ways) > MOST_LINES:
        raise Unfit(Fault.MANY_LINES, most=MOST_LINES)
    check_begins(one.said.begins for one in draft.steps)


def _owned(words: str, known: Mapping[str, Team]) -> dict[str, object]:
    team = known.get(words.casefold())
    return {"team": team} if team else {"role": words}


def _fit(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise Unfit(Fault.NO_MAP_NAME, field="name")
    if len(name) > LONGEST_NAME:
        raise Unfit(Fault.LONG, field="name", n=len(name), most=LONGEST_NAME)
    return name
