"""What rounds tell, one by one and beside each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samspil.core.readiness import findings as finding
from samspil.core.readiness.changes import Change, change
from samspil.core.readiness.figures import Group, Part, Size, Told
from samspil.core.readiness.findings import measure_of
from samspil.core.readiness.statements import BY_KEY, STATEMENTS, Area, area_of
from samspil.readiness.models import Figure, Round
from samspil.readiness.queries.rounds import told_rounds

HEAD = (
    "area", "statement", "group", "mean", "spread", "people_at_least", "agree", "agree_people",
    "do_not_know", "do_not_know_people",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A round that is over with all that it tells, by what it is of and of whom."""

    round: Round
    told: Mapping[tuple[str, Group], Told]

    def of(self, what: str, group: Group = Group.ALL) -> Told | None:
        """What is told; None where the group is not told apart."""
        return self.told.get((what, group))

    @property
    def findings(self) -> Sequence[finding.Finding]:
        """What stands out."""
        return finding.findings(list(self.told.values()), people=self.round.people or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An area in all rounds, oldest first (None where one does not tell it), and what has changed
    from the round before to the newest, and from the first; None where it cannot be compared."""

    area: Area
    told: Sequence[Told | None]
    since_last: Change | None
    since_first: Change | None


def picture_of(round_: Round) -> Picture:
    """What one round tells; of one that goes on or was too small nothing."""
    return Picture(round=round_, told=_by_what(round_.figures.order_by("pk")))


def pictures(*, most: int) -> list[Picture]:
    """The newest rounds that tell something, oldest first, in a fixed number of statements."""
    newest = list(told_rounds().reverse()[:most])[::-1]
    rows: dict[int, list[Figure]] = {one.pk: [] for one in newest}
    for row in Figure.objects.filter(round__in=newest).order_by("pk"):
        rows[row.round_id].append(row)
    return [Picture(round=one, told=_by_what(rows[one.pk])) for one in newest]


def compared(rounds: Sequence[Picture]) -> list[Compared]:
    """Each area in these rounds, which stand oldest first."""
    return [_compared(area, [one.of(area) for one in rounds]) for area in Area]


def figure_rows(picture: Picture) -> Iterator[tuple[str, ...]]:
    """What a round tells as a table, its head first; areas have no statement."""
    yield HEAD
    keys = [*Area, *(one.key for one in STATEMENTS)]
    for group in Group:
        for what in keys:
            told = picture.of(what, group)
            if told is not None:
                yield _row(told)


def _row(told: Told) -> tuple[str, ...]:
    agree, unsure = told.agree, told.unsure
    return (
        str(area_of(told.of)), told.of if told.of in BY_KEY else "", told.group,
        "" if told.mean is None else f"{told.mean:g}",
        "" if told.spread is None else f"{told.spread:g}", str(told.people),
        agree.size, "" if agree.n is None else str(agree.n),
        unsure.size, "" if unsure.n is None else str(unsure.n),
    )  # fmt: skip


def _compared(area: Area, told: Sequence[Told | None]) -> Compared:
    measured = [found for one in told if (found := measure_of(one)) is not None]
    newest = measure_of(told[-1]) if told else None
    if newest is None or len(measured) < 2:
        return Compared(area=area, told=told, since_last=None, since_first=None)
    return Compared(
        area=area,
        told=told,
        since_last=change(measured[-2], newest),
        since_first=change(measured[0], newest),
    )


def _by_what(rows: Iterable[Figure]) -> dict[tuple[str, Group], Told]:
    return {(one.of, Group(one.group)): _told(one) for one in rows}


def _told(row: Figure) -> Told:
    return Told(
        of=row.of,
        group=Group(row.group),
        mean=row.mean,
        spread=row.spread,
        people=row.people,
        agree=Part(size=Size(row.agree), n=row.agree_n),
        unsure=Part(size=Size(row.unsure), n=row.unsure_n),
    )
