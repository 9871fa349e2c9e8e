"""Join steps, say how many cases go which way, and part them again."""

from datetime import datetime

from django.db import transaction

from samspil.core.process_maps.faults import Fault, Unfit
from samspil.core.process_maps.saying import check_out, check_share
from samspil.core.process_maps.walking import Line
from samspil.people.models import Colleague
from samspil.process_maps.access import check_may_draw
from samspil.process_maps.actions.keeping import check_room, locked, note_step
from samspil.process_maps.actions.refusing import in_words
from samspil.process_maps.models import Connection, ProcessMap, Step


@transaction.atomic
def connect(
    source: Step, target: Step, *, share: float | None = None, by: Colleague, at: datetime
) -> Connection:
    """Let cases go from one step to another, or to itself again. Raises `Refused`."""
    check_may_draw(by)
    now = locked(source.map)
    there = Step.objects.filter(map=now, removed_at=None, pk__in=(source.pk, target.pk))
    with in_words():
        if there.count() < len({source.pk, target.pk}):
            raise Unfit(Fault.NO_END, field="target")
        check_room(now, lines=1)
        _check_out(now, source, share, but=target)
        known = Connection.objects.filter(source=source, target=target).first()
        if known and known.removed_at is None:
            raise Unfit(Fault.THERE, field="target")
    made = known or Connection(map=now, source=source, target=target)
    made.share, made.removed_at = share, None
    made.save()
    note_step("map_steps_joined", source, now, by=by, at=at)
    return made


@transaction.atomic
def change_share(way: Connection, share: float | None, *, by: Colleague, at: datetime) -> None:
    """Say how many of those who leave a step go this way; None: what the others leave. Raises
    `Refused`."""
    check_may_draw(by)
    now = locked(way.map)
    with in_words():
        if not Connection.objects.filter(pk=way.pk, removed_at=None).exists():
            raise Unfit(Fault.NO_END, field="share")
        _check_out(now, way.source, share, but=way.target)
    Connection.objects.filter(pk=way.pk).update(share=share)
    note_step("map_way_changed", way.source, now, by=by, at=at)


@transaction.atomic
def part(way: Connection, *, by: Colleague, at: datetime) -> None:
    """Take a way away."""
    check_may_draw(by)
    now = locked(way.map)
    if Connection.objects.filter(pk=way.pk, removed_at=None).update(removed_at=at):
        note_step("map_steps_parted", way.source, now, by=by, at=at)


@transaction.atomic
def rejoin(way: Connection, *, by: Colleague, at: datetime) -> None:
    """Put a way back with its share. Raises `Refused` where there is no room for it any more."""
    check_may_draw(by)
    now = locked(way.map)
    row = Connection.objects.get(pk=way.pk)
    if row.removed_at is None:
        return
    with in_words():
        check_room(now, lines=1)
        _check_out(now, row.source, row.share, but=row.target)
    Connection.objects.filter(pk=row.pk).update(removed_at=None)
    note_step("map_steps_joined", row.source, now, by=by, at=at)


def _check_out(now: ProcessMap, source: Step, share: float | None, *, but: Step) -> None:
    check_share("share", share)
    others = Connection.objects.filter(map=now, source=source, removed_at=None).exclude(target=but)
    said = [Line(source=source.pk, target=one.target_id, share=one.share) for one in others]
    check_out(source.name, [*said, Line(source=source.pk, target=but.pk, share=share)])
