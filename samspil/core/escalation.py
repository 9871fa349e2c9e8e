"""What is done when a case waits too long: which step, when, and who is told.

Whoever is away is passed over for their deputy, and so on upwards; somebody is always told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from samspil.core.deadlines import Calendar, time_after, working_time_between


class Target(StrEnum):
    """Who is told: the holder or the whole team, somebody by name, who stands in, who leads."""

    TEAM = "team"
    COLLEAGUE = "colleague"
    DEPUTY = "deputy"
    LEADER = "leader"


class Deed(StrEnum):
    """What a step does: tell somebody, or give the case to another team."""

    REMIND = "remind"
    HAND_OVER = "hand_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of a process's ladder; all time is working time.

    It is due after `percent` of the case's time, or else `minutes` after the case is due (before
    it, where negative). `key` tells steps apart.
    """

    key: int
    target: Target = Target.TEAM
    deed: Deed = Deed.REMIND
    percent: int | None = None
    minutes: int = 0

    def after(self, time: timedelta) -> timedelta:
        """How much working time passes before it, of a case that has this much."""
        if self.percent is not None:
            return time * self.percent // 100
        return max(time + timedelta(minutes=self.minutes), timedelta(0))


USUAL = {
    "1": (
        Rung(key=1, percent=75, target=Target.TEAM),
        Rung(key=2, minutes=0, target=Target.DEPUTY),
        Rung(key=3, minutes=60, target=Target.LEADER),
    ),
    "2": (
        Rung(key=1, percent=75, target=Target.TEAM),
        Rung(key=2, minutes=0, target=Target.DEPUTY),
        Rung(key=3, minutes=60, target=Target.LEADER),
    ),
    "3": (
        Rung(key=1, percent=50, target=Target.TEAM),
        Rung(key=2, minutes=0, target=Target.LEADER),
    ),
}
"""The ladder of each level with which a process begins."""


def moment_of(rung: Rung, *, opened: datetime, due: datetime, calendar: Calendar) -> datetime:
    """When the step is due, for a case opened and due at these instants."""
    time = working_time_between(opened, due, calendar=calendar)
    return time_after(opened, working=rung.after(time), calendar=calendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The steps that are due now, lowest first, and when the next will be; None for never."""

    now: tuple[Rung, ...]
    following: datetime | None


def outlook(
    rungs: Iterable[Rung], *, opened: datetime, due: datetime, calendar: Calendar, at: datetime
) -> Outlook:
    """Which steps are due now, and when to look again."""
    moments = sorted(
        (moment_of(rung, opened=opened, due=due, calendar=calendar), rung.key, rung)
        for rung in rungs
    )
    return Outlook(
        now=tuple(rung for moment, _, rung in moments if moment <= at),
        following=next((moment for moment, _, _ in moments if moment > at), None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Who could be told, by number. `away` maps everybody who is away to their deputy, if any."""

    away: Mapping[int, int | None] = field(default_factory=dict)
    members: Sequence[int] = ()
    leaders: Sequence[int] = ()
    owners: Sequence[int] = ()

    def present(self, wanted: Iterable[int]) -> list[int]:
        """Those of them who are there."""
        return [one for one in wanted if one not in self.away]

    def stand_in(self, colleague: int) -> int | None:
        """Who acts for a colleague: themselves when present, else the first deputy who is there."""
        seen: set[int] = set()
        current: int | None = colleague
        while current is not None and current in self.away:
            if current in seen:
                return None
            seen.add(current)
            current = self.away[current]
        return current


def reached(
    target: Target, staff: Staff, *, holder: int | None = None, named: int | None = None
) -> list[int]:
    """Who is told, climbing from the target upwards until somebody is there.

    Where nobody at all is present, those at the top are told all the same.
    """
    climb = list(Target)[list(Target).index(target) :]
    for step in climb:
        found = _on_rung(step, staff, holder=holder, named=named)
        if found:
            return found
    return list(staff.leaders or staff.owners)


def _on_rung(target: Target, staff: Staff, *, holder: int | None, named: int | None) -> list[int]:
    if target is Target.TEAM:
        return _one(staff, holder) if holder is not None else staff.present(staff.members)
    if target is Target.COLLEAGUE:
        return _one(staff, named)
    if target is Target.DEPUTY:
        return _deputies(staff, holder)
    return staff.present(staff.leaders) or staff.present(staff.owners)


def _one(staff: Staff, colleague: int | None) -> list[int]:
    found = staff.stand_in(colleague) if colleague is not None else None
    return [] if found is None else [found]


def _deputies(staff: Staff, holder: int | None) -> list[int]:
    """Who stands in for a holder who is away, else the others of the team who are there."""
    if holder in staff.away:
        return _one(staff, holder)
    return [one for one in staff.present(staff.members) if one != holder]
