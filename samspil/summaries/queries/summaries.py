"""One summary with its points and places, as chosen and as phrased."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count
from django.urls import reverse

from samspil.core.retention.categories import Category
from samspil.core.summarising.document import Length
from samspil.governance.queries import kept_for
from samspil.summaries.models import Kind, Phrasing, Piece, Point, Sort, Summary

PIECES = 60
"""Pieces of a text on one page."""
FACTS = (Sort.REQUIREMENT, Sort.DEADLINE, Sort.DATE, Sort.AMOUNT, Sort.QUANTITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A point and where it stands; `where` is empty where a person added it."""

    point: Point
    where: str
    seconds: int | None = None

    @property
    def time(self) -> str:
        """When it was said, as hours, minutes and seconds; empty where that is not known."""
        if self.seconds is None:
            return ""
        return f"{self.seconds // 3600}:{self.seconds // 60 % 60:02}:{self.seconds % 60:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Points under the same heading; `anchor` is its name on the page."""

    title: str
    anchor: str
    points: Sequence[Shown]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A summary as it is read, in one length.

    `phrased` are the sentences that AI wrote. `stale` says that the document has changed since.
    With a `phrasing` those in `sections` are AI's, and the text's own under the headings of which
    AI has none.
    """

    summary: Summary
    length: Length
    sections: Sequence[Section]
    decisions: Sequence[Shown] = ()
    actions: Sequence[Shown] = ()
    questions: Sequence[Shown] = ()
    phrased: Sequence[Shown] = ()
    counts: dict[str, int] = field(default_factory=dict)
    stale: bool = False
    phrasing: Phrasing | None = None

    @property
    def written_by(self) -> str:
        """The language model that wrote any sentence here; empty where none did."""
        said = (one.point.sort for section in self.sections for one in section.points)
        return self.phrasing.model if self.phrasing and Sort.PHRASED in said else ""


def sheet_of(summary: Summary, *, length: Length = Length.LONG) -> Sheet:
    """A summary with its places: three statements however long it is."""
    points = (
        Point.objects.filter(summary=summary, dropped_at__isnull=True)
        .exclude(sort__in=FACTS)
        .order_by("sort", "position", "pk")
    )
    return sheet_with(
        summary, list(points), times=_times(summary), counts=_counts(summary), length=length
    )


def sheet_with(
    summary: Summary,
    points: Sequence[Point],
    *,
    times: dict[int, int],
    counts: dict[str, int],
    length: Length,
) -> Sheet:
    """A summary of these points; `times` are the seconds of its pieces, `counts` its facts."""
    shown = {
        sort: [
            _shown(one, summary, times)
            for one in points
            if one.sort == sort and one.length <= length
        ]
        for sort in Sort
    }
    return Sheet(
        summary=summary,
        length=length,
        sections=_sections(shown[Sort.SENTENCE], summary),
        decisions=shown[Sort.DECISION],
        actions=shown[Sort.ACTION],
        questions=shown[Sort.QUESTION],
        phrased=shown[Sort.PHRASED],
        counts=counts,
        stale=is_stale(summary),
    )


def phrased_sheet_of(sheet: Sheet, phrasing: Phrasing) -> Sheet:
    """The same, as far as a language model has put it into other words."""
    phrased: dict[tuple[str, ...], list[Shown]] = {}
    for one in sheet.phrased:
        phrased.setdefault(tuple(one.point.headings), []).append(one)
    shown: list[Shown] = []
    for section in sheet.sections:
        own = tuple(section.points[0].point.headings)
        shown += phrased.pop(own, []) if own in phrased else _unless_shown(section.points, shown)
    return replace(sheet, sections=_sections(shown, sheet.summary), phrasing=phrasing)


def _unless_shown(points: Sequence[Shown], shown: Sequence[Shown]) -> Sequence[Shown]:
    """None where what stands under these headings was phrased further up."""
    known = {tuple(one.point.headings) for one in shown if one.point.sort == Sort.PHRASED}
    return [one for one in points if tuple(one.point.headings) not in known]


def is_stale(summary: Summary) -> bool:
    """Whether its document has changed since."""
    return summary.document is not None and summary.document.digest != summary.digest


def facts_of(summary: Summary, *, sort: str = "") -> list[Shown]:
    """The facts of a document in its order, at most a thousand."""
    wanted = [sort] if sort in FACTS else [*FACTS]
    found = Point.objects.filter(summary=summary, sort__in=wanted, dropped_at__isnull=True)
    return [_shown(one, summary, {}) for one in found.order_by("position", "pk")]


def facts_among(summary: Summary, points: Sequence[Point]) -> list[Shown]:
    """The facts among these points."""
    return [_shown(one, summary, {}) for one in points if one.sort in FACTS]


def point_at(summary: Summary, public_id: UUID) -> Point:
    """A point of a summary that people may change; raises `Point.DoesNotExist`."""
    return Point.objects.exclude(sort=Sort.PHRASED).get(summary=summary, public_id=public_id)


def pieces_of(summary: Summary, *, around: int) -> tuple[list[Piece], int | None, int | None]:
    """The pieces of a text around one, and those with which the pages before and after begin."""
    start = around - around % PIECES
    rows = list(
        Piece.objects.filter(
            summary=summary, number__gte=start, number__lte=start + PIECES
        ).order_by("number")
    )
    later = start + PIECES if len(rows) > PIECES else None
    return rows[:PIECES], start - PIECES if start else None, later


def gone_on(summary: Summary) -> date:
    """The day from which a summary is deleted."""
    return (summary.ordered_at + kept_for(Category.SUMMARIES)).date()


def _counts(summary: Summary) -> dict[str, int]:
    rows = Point.objects.filter(summary=summary, sort__in=FACTS, dropped_at__isnull=True)
    return dict(rows.order_by().values_list("sort").annotate(many=Count("pk")))


def _times(summary: Summary) -> dict[int, int]:
    if summary.kind != Kind.MEETING:
        return {}
    rows = Piece.objects.filter(summary=summary, at__isnull=False)
    return {row.number: row.at for row in rows if row.at is not None}


def _sections(points: Sequence[Shown], summary: Summary) -> list[Section]:
    found = []
    for number, (headings, some) in enumerate(
        groupby(points, key=lambda one: tuple(one.point.headings))
    ):
        below = headings[1:] if len(headings) > 1 and headings[0] == summary.title else headings
        found.append(Section(title=" › ".join(below), anchor=f"s{number}", points=list(some)))
    return found


def _shown(point: Point, summary: Summary, times: dict[int, int]) -> Shown:
    if point.place is None:
        return Shown(point=point, where="")
    if summary.document is not None:
        there = reverse("knowledge:document", args=[summary.document.public_id])
        place = {"passage": point.place, "from": point.start, "to": point.end}
    else:
        there = reverse("summaries:text", args=[summary.public_id])
        place = {"piece": point.place, "from": point.start, "to": point.end}
    where = f"{there}?{urlencode(place)}#p{point.place}"
    return Shown(point=point, where=where, seconds=times.get(point.place))
