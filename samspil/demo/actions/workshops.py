"""One workshop that is over, with its results on the board, and one that gathers."""

from collections.abc import Sequence
from datetime import datetime
from itertools import cycle

from django.utils.translation import override

from samspil.core.allocation.portfolio import Range
from samspil.core.workshops.estimating import Said
from samspil.core.workshops.phases import Phase
from samspil.core.workshops.seating import Hat
from samspil.demo.queries.cast import DANISH, GERMANY, LEADER, PLAYERS, SERVICE, TECHNICIANS, Line
from samspil.demo.queries.company import colleague_playing, process_of, team_called
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.workshops import actions as workshops
from samspil.workshops.models import Proposal, Table, Workshop
from samspil.workshops.queries import open_proposals

QUOTES, MAIL, NOTES = "Skrive tilbud", "Besvare mails om levering", "Referater af møder"
IDEAS: Sequence[tuple[str, str, str, Line | None]] = (
    (QUOTES, "Sælgerne får tid til at ringe til kunderne.", TECHNICIANS, None),
    (MAIL, "Kunder får svar samme dag.", SERVICE, DANISH),
    (NOTES, "Alle, der var med til et møde.", "", None),
    ("Oversætte vejledninger til tysk", "Kunder i Tyskland.", GERMANY, None),
)
"""Title, who would be helped, in which team and process."""
SAID: dict[str, Sequence[tuple[float, float, int, float, float, float, int]]] = {
    QUOTES: ((5, 45, 4, 0.3, 0.5, 12, 3), (6, 40, 3, 0.4, 0.6, 8, 2), (4, 50, 4, 0.35, 0.5, 10, 3)),
    MAIL: ((25, 8, 3, 0.3, 0.5, 5, 2), (30, 6, 3, 0.4, 0.6, 8, 2)),
    NOTES: ((3, 30, 4, 0.4, 0.6, 2, 1), (2, 40, 4, 0.5, 0.7, 3, 1)),
}
"""By table: times a week, minutes, people, shares that AI could take, days, risk."""
USED_FOR = {
    QUOTES: "Besøge kunder, før de vælger en anden.",
    MAIL: "De svære sager, hvor nogen venter på os.",
    NOTES: "At gøre det, vi blev enige om.",
}
BETTER = {
    QUOTES: "Færre forkerte priser.",
    MAIL: "Kortere ventetid.",
    NOTES: "Ingen glemmer noget.",
}
POINTS = ((3, 1, 1, 0), (2, 2, 1, 0), (1, 3, 1, 0), (4, 0, 1, 0), (2, 1, 1, 1), (3, 2, 0, 0))
"""Of each ballot, in the order of the ideas."""
WHY = "Det er lille og uden risiko: Det lærer vi af, inden vi tager fat på tilbud."


def hold_workshops(*, at: datetime) -> bool:
    """Hold both once; tells whether it was done now."""
    if Workshop.objects.exists():
        return False
    leader = colleague_playing(LEADER)
    guests = [colleague_playing(one) for one in PLAYERS if one is not LEADER]
    with override("da"):
        _finished(leader, guests[:12], at=at)
        _gathering(leader, guests[:6], at=at)
    return True


def _finished(leader: Colleague, guests: Sequence[Colleague], *, at: datetime) -> None:
    room = _room("Hvad tager os tid?", ["Salg", "Service", "Kontor"], leader, at=at)
    _seat(room, guests)
    for (title, helps, team, line), by in zip(IDEAS, guests, strict=False):
        _propose(room, title, helps, team=team, line=line, by=by)
    workshops.step(room, Phase.ESTIMATE, by=leader, at=at)
    proposals = {one.title: one for one in open_proposals(room)}
    for title, tables in SAID.items():
        for table, figures in enumerate(tables):
            said = _said(title, figures)
            workshops.estimate_proposal(proposals[title], said, by=guests[table])
    workshops.step(room, Phase.VOTE, by=leader, at=at)
    keys = [one.pk for one in open_proposals(room)]
    for points, by in zip(POINTS, guests, strict=False):
        workshops.vote(room, dict(zip(keys, points, strict=True)), by=by)
    workshops.step(room, Phase.RESULT, by=leader, at=at)
    workshops.move_to_place(proposals[NOTES], 1, why=WHY, by=leader, at=at)
    chosen = [proposals[NOTES], proposals[QUOTES]]
    workshops.land(room, chosen, by=leader, at=at)
    workshops.end_workshop(room, by=leader, at=at)


def _gathering(leader: Colleague, guests: Sequence[Colleague], *, at: datetime) -> None:
    room = _room("AI på lageret", ["Lager", "Indkøb"], leader, at=at)
    _seat(room, guests)
    for title, by in zip(
        ("Bestille reservedele", "Bestilling af reservedele hos leverandører", "Tælle lageret op"),
        guests,
        strict=False,
    ):
        _propose(room, title, "", team="", line=None, by=by)


def _room(name: str, tables: Sequence[str], leader: Colleague, *, at: datetime) -> Workshop:
    opening = workshops.Opening(
        name=name, question="Hvad tager os tid hver uge, som AI kunne hjælpe med?",
        day=day_of(at), tables=tables,
    )  # fmt: skip
    return workshops.open_workshop(opening, by=leader, at=at)


def _seat(room: Workshop, guests: Sequence[Colleague]) -> None:
    """Round the tables, each bringing something else."""
    tables = list(Table.objects.filter(workshop=room).order_by("pk"))
    for number, (by, table) in enumerate(zip(guests, cycle(tables), strict=False)):
        hat = list(Hat)[number // len(tables) % len(Hat)]
        workshops.join(room, table, hat=hat.value, by=by)


def _propose(
    room: Workshop, title: str, helps: str, *, team: str, line: Line | None, by: Colleague
) -> Proposal:
    idea = workshops.Idea(
        title=title, helps=helps, team=team_called(team) if team else None,
        process=process_of(line) if line else None,
    )  # fmt: skip
    return workshops.propose(room, idea, by=by)


def _said(title: str, figures: tuple[float, float, int, float, float, float, int]) -> Said:
    times, minutes, persons, low, high, days, risk = figures
    return Said(
        times=times, minutes=minutes, persons=persons, share=Range(low=low, high=high), days=days,
        risk=risk, used_for=USED_FOR[title], better=BETTER[title],
    )  # fmt: skip
