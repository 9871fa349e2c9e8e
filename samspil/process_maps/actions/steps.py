"""Put steps on a map, say them otherwise, move them, leave them out and put them back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F

from samspil.core.process_maps.arranging import moved, put_after, put_before, put_between
from samspil.core.process_maps.faults import Fault, Unfit
from samspil.core.process_maps.saying import Said, fit_name
from samspil.core.process_maps.walking import Line
from samspil.people.models import Colleague
from samspil.process_maps.access import check_may_draw
from samspil.process_maps.actions.keeping import (
    OF_STEP,
    Owner,
    check_beginnings,
    check_room,
    lines_of,
    locked,
    note_step,
    rewrite,
    say_otherwise,
    step_now,
    still_there,
)
from samspil.process_maps.actions.maps import said_fields
from samspil.process_maps.actions.refusing import in_words, stale
from samspil.process_maps.models import Connection, ProcessMap, Step
from samspil.process_maps.queries import steps_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A step as somebody wants it."""

    name: str
    owner: Owner = field(default_factory=Owner)
    said: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a new step comes: after or before one, on the way `between` two, at the end of all by
    default, or `apart` from all."""

    after: Step | None = None
    before: Step | None = None
    between: Connection | None = None
    apart: bool = False


@transaction.atomic
def add_step(
    one: ProcessMap, wanted: Wanted, spot: Spot | None = None, *, by: Colleague, at: datetime
) -> Step:
    """Put one more step on the map; ways follow. Raises `Refused`."""
    check_may_draw(by)
    now = locked(one)
    there = steps_on(now)
    with in_words():
        name = fit_name(wanted.name, [each.name for each in there])
        check_room(now, steps=1, lines=1)
        check_beginnings(now, but=None, begins=wanted.said.begins)
        place, ways = _spot(now, there, spot or Spot())
        owner = wanted.owner.fields()
    Step.objects.filter(map=now, place__gte=place).update(place=F("place") + 1)
    made = Step.objects.create(map=now, place=place, name=name, **owner, **said_fields(wanted.said))
    rewrite(now, ways(made.pk))
    note_step("map_step_added", made, now, by=by, at=at)
    return made


@transaction.atomic
def change_step(step: Step, wanted: Wanted, *, seen: int, by: Colleague, at: datetime) -> None:
    """Say it otherwise, having `seen` this version. Raises `Refused` and `Stale`."""
    check_may_draw(by)
    now, row = locked(step.map), step_now(step)
    others = [each.name for each in steps_on(now) if each.pk != row.pk]
    with in_words():
        name = fit_name(wanted.name, others)
        check_beginnings(now, but=row, begins=wanted.said.begins)
        said = {"name": name, **wanted.owner.fields(), **said_fields(wanted.said)}
    say_otherwise(row, said, seen=seen, names=OF_STEP)
    note_step("map_step_changed", row, now, by=by, at=at)


@transaction.atomic
def take_back_step(step: Step, *, seen: int, by: Colleague, at: datetime) -> None:
    """Say it again as it was said before, having `seen` this version. Raises `Refused`, `Stale`."""
    check_may_draw(by)
    now, row = locked(step.map), step_now(step)
    if not row.was:
        raise stale()
    with in_words():
        fit_name(row.was["name"], [each.name for each in steps_on(now) if each.pk != row.pk])
        check_beginnings(now, but=row, begins=row.was["begins"])
    say_otherwise(row, still_there(row.was), seen=seen, names=OF_STEP)
    note_step("map_step_changed", row, now, by=by, at=at)


@transaction.atomic
def move_step(step: Step, *, to: int, by: Colleague, at: datetime) -> int:
    """Put it at another place of those on the map, counted from 0; returns where it stood.

    It changes places with those it passes, so that ways follow.
    """
    check_may_draw(by)
    now, row = locked(step.map), step_now(step)
    there = steps_on(now)
    keys, places = [each.pk for each in there], [each.place for each in there]
    stood = keys.index(row.pk)
    order, lines = moved(keys, lines_of(now), row.pk, to=to)
    if order == keys:
        return stood
    by_key = {each.pk: each for each in there}
    for place, key in zip(places, order, strict=True):
        by_key[key].place = place
    Step.objects.bulk_update(there, ["place"])
    rewrite(now, lines)
    note_step("map_step_moved", row, now, by=by, at=at)
    return stood


@transaction.atomic
def leave_out(step: Step, *, by: Colleague, at: datetime) -> None:
    """Leave it out of the map; whoever came to it goes on to what followed."""
    check_may_draw(by)
    now = locked(step.map)
    if Step.objects.filter(pk=step.pk, removed_at=None).update(removed_at=at):
        note_step("map_step_left_out", step, now, by=by, at=at)


@transaction.atomic
def put_back(step: Step, *, by: Colleague, at: datetime) -> None:
    """Put it back where it was. Raises `Refused` where another one took its name meanwhile."""
    check_may_draw(by)
    now, row = locked(step.map), Step.objects.get(pk=step.pk)
    if row.removed_at is None:
        return
    with in_words():
        fit_name(row.name, [each.name for each in steps_on(now)])
        check_room(now, steps=1)
        check_beginnings(now, but=row, begins=row.begins)
    Step.objects.filter(pk=row.pk).update(removed_at=None)
    note_step("map_step_put_back", row, now, by=by, at=at)


Ways = Callable[[int], list[Line]]


def _spot(now: ProcessMap, there: list[Step], spot: Spot) -> tuple[int, Ways]:
    """The turn of a new step, and the ways once its key is known; raises `Unfit`."""
    lines = lines_of(now)
    places = {each.pk: each.place for each in there}
    if spot.between:
        row = next((one for one in lines if one.row == spot.between.pk), None)
        if row is None or row.source not in places:
            raise Unfit(Fault.NO_END)
        between = row.row
        return places[row.source] + 1, lambda new: put_between(lines, between, new=new)
    beside = spot.after or spot.before
    if beside is None:
        return _at_the_end(there, lines, apart=spot.apart)
    if beside.pk not in places:
        raise Unfit(Fault.NO_END)
    key = beside.pk
    if spot.after:
        return places[key] + 1, lambda new: put_after(lines, key, new=new)
    return places[key], lambda new: put_before(lines, key, new=new)


def _at_the_end(there: list[Step], lines: list[Line], *, apart: bool) -> tuple[int, Ways]:
    """After the last one, which goes on to it unless it goes elsewhere already."""
    if not there:
        return 0, lambda _new: lines
    last = there[-1]
    out = Connection.objects.filter(source=last, removed_at=None, target__removed_at=None)
    if apart or out.exclude(target=last).exists():
        return last.place + 1, lambda _new: lines
    return last.place + 1, lambda new: put_after(lines, last.pk, new=new)
