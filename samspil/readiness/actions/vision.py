"""The vision: goals are worked on, decided as a version for good, and looked at again."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from samspil.core.readiness.looking import State, due_look, state_of
from samspil.core.readiness.vision import (
    LONGEST_NOTE,
    MOST_GOALS,
    Sort,
    UnfitGoal,
    Wanted,
    check_goal,
)
from samspil.people.actions import note
from samspil.people.models import Colleague, Kind
from samspil.people.queries import day_of
from samspil.readiness.access import check_may_ask
from samspil.readiness.actions.interviews import Refused, Stale
from samspil.readiness.models import Goal, Look, Mark, Settled, Version
from samspil.readiness.queries import goals, looked_after

KEPT = ("sentence", "measure", "sort", "now", "then", "unit", "due", "address")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How far a goal is; `state` may be left to `value` where the goal is a number."""

    state: State | None = None
    value: float | None = None
    note: str = ""


@transaction.atomic
def add_goal(wanted: Wanted, *, owner: Colleague, by: Colleague, at: datetime) -> Goal:
    """Put a goal into what is being worked on. Raises `Refused`."""
    check_may_ask(by)
    fit = _fit(wanted, owner, at=at)
    if goals().count() >= MOST_GOALS:
        raise Refused(_("Twelve goals are more than a year holds: leave some out first."))
    made = Goal.objects.create(**_fields(fit), owner=owner, at=at)
    note("goal_added", "goal", made.public_id, by=by, at=at)
    return made


@transaction.atomic
def change_goal(
    goal: Goal, wanted: Wanted, *, owner: Colleague, seen: int, by: Colleague, at: datetime
) -> None:
    """Say it otherwise. `seen` is the version one had before one. Raises `Refused`, `Stale`."""
    check_may_ask(by)
    fit = _fit(wanted, owner, at=at)
    as_seen = Goal.objects.filter(pk=goal.pk, version=seen, removed_at=None)
    if not as_seen.update(**_fields(fit), owner=owner, version=seen + 1):
        raise Stale(_("Somebody changed this goal meanwhile: look at it again."))
    note("goal_changed", "goal", goal.public_id, by=by, at=at)


@transaction.atomic
def remove_goal(goal: Goal, *, by: Colleague, at: datetime) -> bool:
    """Leave it out; it can be put back. False where it was left out before."""
    check_may_ask(by)
    if not Goal.objects.filter(pk=goal.pk, removed_at=None).update(removed_at=at):
        return False
    note("goal_removed", "goal", goal.public_id, by=by, at=at)
    return True


@transaction.atomic
def restore_goal(goal: Goal, *, by: Colleague, at: datetime) -> bool:
    """Put it back; False where it is there."""
    check_may_ask(by)
    gone = Goal.objects.filter(pk=goal.pk, removed_at__isnull=False)
    if not gone.update(removed_at=None):
        return False
    note("goal_restored", "goal", goal.public_id, by=by, at=at)
    return True


@transaction.atomic
def decide(*, seen: Mapping[str, int], by: Colleague, at: datetime) -> Version:
    """Decide on the goals as they stand, for good; they can be worked on for a next version.

    `seen` are the goals one had before one, by id, with their versions. Raises `Refused` where
    there is none or nothing is new, `Stale` where they are others by now.
    """
    check_may_ask(by)
    there = list(goals().select_for_update(of=("self",)))
    if not there:
        raise Refused(_("There is no goal yet to decide on."))
    if {str(one.public_id): one.version for one in there} != dict(seen):
        raise Stale(_("The goals changed while you had them open: look at them again."))
    last = Version.objects.aggregate(last=Max("number"))["last"] or 0
    if _same(last, there):
        raise Refused(_("Nothing is new since version %(n)d.") % {"n": last})
    made = _numbered(last + 1, by=by, at=at)
    Settled.objects.bulk_create(
        Settled(version=made, owner=one.owner, **{name: getattr(one, name) for name in KEPT})
        for one in there
    )
    note("vision_decided", "vision", made.public_id, by=by, at=at, version=made.number)
    return made


def _numbered(number: int, *, by: Colleague, at: datetime) -> Version:
    try:
        with transaction.atomic():
            return Version.objects.create(number=number, by=by, at=at, day=day_of(at))
    except IntegrityError:
        raise Stale(_("Somebody decided at the same moment: look at it again.")) from None


@transaction.atomic
def look_again(
    version: Version, months: int, said: Mapping[int, Said], *, by: Colleague, at: datetime
) -> Look:
    """Say how far each goal is, by its primary key; said once more, it stands in place of before.

    Raises `Refused` before its day, where a goal is not judged, or a number is none.
    """
    check_may_ask(by)
    locked = Version.objects.select_for_update().get(pk=version.pk)
    taken = looked_after(locked)
    if months not in taken and months != due_look(locked.day, taken, today=day_of(at)):
        raise Refused(_("It is not time for this look."))
    there = list(locked.goals.order_by("pk"))
    judged = [_judged(one, said.get(one.pk, Said())) for one in there]
    look, _new = Look.objects.update_or_create(
        version=locked, months=months, defaults={"by": by, "at": at}
    )
    Mark.objects.filter(look=look).delete()
    for one in judged:
        one.look = look
    Mark.objects.bulk_create(judged)
    note("vision_looked_at", "vision", locked.public_id, by=by, at=at, months=months)
    return look


def _judged(goal: Settled, said: Said) -> Mark:
    """What is said of a goal, as a mark of no look yet. Raises `Refused`; its field is the key."""
    field = str(goal.pk)
    value = said.value if goal.sort == Sort.NUMBER else None
    if value is not None and not math.isfinite(value):
        raise Refused(_("This is no number."), field)
    if len(said.note) > LONGEST_NOTE:
        raise Refused(_("A note has at most 500 characters."), field)
    state = said.state
    if state is None and value is not None and goal.now is not None and goal.then is not None:
        state = state_of(goal.now, goal.then, value)
    if state is None:
        raise Refused(_("Say of each goal how far it is."), field)
    return Mark(goal=goal, state=state, value=value, note=" ".join(said.note.split()))


def _fit(wanted: Wanted, owner: Colleague, *, at: datetime) -> Wanted:
    """The goal as it may be kept; raises `Refused`."""
    plain = replace(
        wanted,
        sentence=" ".join(wanted.sentence.split()),
        measure=" ".join(wanted.measure.split()),
        unit=wanted.unit.strip() if wanted.sort is Sort.NUMBER else "",
        now=wanted.now if wanted.sort is Sort.NUMBER else None,
        then=wanted.then if wanted.sort is Sort.NUMBER else None,
        address=wanted.address.strip(),
    )
    try:
        check_goal(plain, today=day_of(at))
    except UnfitGoal as why:
        raise Refused(_(why.words).format(**why.figures), why.field) from None
    if owner.kind != Kind.PERSON or owner.left_at is not None:
        raise Refused(_("They do not work here any more: choose somebody else."), "owner")
    return plain


def _fields(wanted: Wanted) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in KEPT}


def _same(number: int, there: list[Goal]) -> bool:
    """Whether the goals are word for word what was decided last."""
    names = ("owner_id", *KEPT)
    before = Settled.objects.filter(version__number=number).order_by("pk")
    return [[getattr(one, name) for name in names] for one in before] == [
        [getattr(one, name) for name in names] for one in there
    ]
