"""Everything that stands in a room now, in a fixed number of statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samspil.core.allocation.portfolio import Range
from samspil.core.anonymity import in_steps, told
from samspil.core.workshops.estimating import Said, Summary, summary_of
from samspil.core.workshops.ranking import (
    Candidate,
    Moved,
    Ranked,
    most_for_its_work,
    ranked,
    reordered,
)
from samspil.core.workshops.seating import Hat
from samspil.workshops.models import (
    Ballot,
    Landing,
    PlaceMove,
    Proposal,
    Seat,
    Table,
    TableEstimate,
    Workshop,
)
from samspil.workshops.queries.rooms import open_proposals


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A proposal with what tables say of it, where it stands, and what came of it.

    `by_rule` is its place by points and hours, `place` (1 is the first) the one it has now, moved
    by `moves`. `others` were joined to it.
    """

    proposal: Proposal
    said: Mapping[int, Said]
    summary: Summary | None
    by_rule: Ranked
    place: int
    moves: Sequence[PlaceMove]
    others: Sequence[Proposal]
    landing: Landing | None

    @property
    def used_for(self) -> list[str]:
        """What the hours would be used for, as tables say, each once."""
        return list(dict.fromkeys(one.used_for for one in self.said.values() if one.used_for))

    @property
    def better(self) -> list[str]:
        """What else would get better."""
        return list(dict.fromkeys(one.better for one in self.said.values() if one.better))


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A workshop as it is now: `standings` in the order they stand.

    `joined` is how many came, None below five; `voting` how many have voted, in steps of five while
    the vote is open. `missing` maps tables to what nobody there says to bring.
    """

    workshop: Workshop
    tables: Sequence[Table]
    standings: Sequence[Standing]
    joined: int | None
    voting: int
    missing: Mapping[int, Sequence[Hat]]

    @property
    def in_order_of_coming(self) -> list[Standing]:
        """As they were proposed."""
        return sorted(self.standings, key=lambda one: one.proposal.pk)

    @property
    def best_for_its_work(self) -> Proposal | None:
        """What saves most hours for each day of setting it up, in the middle of what tables say."""
        key = most_for_its_work([_candidate(one.proposal, one.summary) for one in self.standings])
        return next((one.proposal for one in self.standings if str(one.proposal.pk) == key), None)

    @property
    def landed(self) -> bool:
        """Whether anything has become a task."""
        return any(one.landing for one in self.standings)


def room_of(workshop: Workshop) -> Room:
    """The room, in eight statements however much is proposed."""
    tables = list(Table.objects.filter(workshop=workshop).order_by("pk"))
    seats = list(Seat.objects.filter(workshop=workshop).values_list("table", "hat"))
    ballots = Ballot.objects.filter(proposal__workshop=workshop)
    marks = set(ballots.values_list("mark", flat=True))
    came = len(seats) if workshop.ended_at is None else workshop.took_part
    return Room(
        workshop=workshop,
        tables=tables,
        standings=_standings(workshop),
        joined=told(came, people=came),
        voting=in_steps(len(marks)),
        missing=_missing(tables, seats),
    )


def _standings(workshop: Workshop) -> list[Standing]:
    proposals = list(open_proposals(workshop))
    said: dict[int, dict[int, Said]] = {one.pk: {} for one in proposals}
    for row in TableEstimate.objects.filter(proposal__in=said).order_by("pk"):
        said[row.proposal_id][row.table_id] = _said(row)
    summaries = {pk: summary_of(list(each.values())) for pk, each in said.items()}
    order = ranked([_candidate(one, summaries[one.pk]) for one in proposals])
    moves = list(
        PlaceMove.objects.filter(proposal__in=said, withdrawn_at=None)
        .select_related("by").order_by("pk")
    )  # fmt: skip
    others = list(Proposal.objects.filter(joined__in=said, removed_at=None).order_by("pk"))
    landings = {
        one.proposal_id: one
        for one in Landing.objects.filter(proposal__in=said).select_related("task", "initiative")
    }
    by_rule, by_pk = {int(one.key): one for one in order}, {one.pk: one for one in proposals}
    moved = [Moved(key=str(one.proposal_id), to=one.to) for one in moves]
    return [
        Standing(
            proposal=by_pk[pk],
            said=said[pk],
            summary=summaries[pk],
            by_rule=by_rule[pk],
            place=place,
            moves=[one for one in moves if one.proposal_id == pk],
            others=[one for one in others if one.joined_id == pk],
            landing=landings.get(pk),
        )
        for place, pk in enumerate(map(int, reordered([one.key for one in order], moved)), 1)
    ]


def _candidate(one: Proposal, summary: Summary | None) -> Candidate:
    return Candidate(
        key=str(one.pk),
        title=one.title,
        points=one.points,
        hours=summary.middle if summary else None,
        days=summary.days.middle if summary else None,
    )


def _said(row: TableEstimate) -> Said:
    return Said(
        times=row.times,
        minutes=row.minutes,
        persons=row.persons,
        share=Range(low=row.share_low, high=row.share_high),
        days=row.days,
        risk=row.risk,
        used_for=row.used_for,
        better=row.better,
    )


def _missing(tables: Sequence[Table], seats: Sequence[tuple[int, str]]) -> dict[int, Sequence[Hat]]:
    there: dict[int, set[str]] = {}
    for table, hat in seats:
        there.setdefault(table, set()).add(hat)
    return {
        one.pk: [hat for hat in Hat if hat.value not in there[one.pk]]
        for one in tables
        if one.pk in there
    }
