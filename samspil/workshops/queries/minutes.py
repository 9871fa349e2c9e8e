"""The minutes of a workshop as a table."""

from collections.abc import Iterator

from samspil.workshops.queries.room import Room, Standing

HEAD = (
    "place", "proposal", "helps", "team", "process", "points", "score", "place_by_rule", "tables",
    "hours_a_week_low", "hours_a_week_high", "saved_a_week_low", "saved_a_week_middle",
    "saved_a_week_high", "days_low", "days_high", "risk", "used_for", "better", "moved_because",
    "joined", "landed",
)  # fmt: skip


def minutes_rows(room: Room) -> Iterator[tuple[str, ...]]:
    """The head, then every proposal in the order it stands; it names nobody."""
    yield HEAD
    for one in room.standings:
        yield _row(one)


def _row(one: Standing) -> tuple[str, ...]:
    proposal = one.proposal
    return (
        str(one.place),
        proposal.title,
        proposal.helps,
        proposal.team.name if proposal.team else "",
        proposal.process.name if proposal.process else "",
        "" if proposal.points is None else str(proposal.points),
        str(one.by_rule.score),
        str(one.by_rule.place),
        *_figures(one),
        " / ".join(one.used_for),
        " / ".join(one.better),
        " / ".join(move.why for move in one.moves),
        " / ".join(other.title for other in one.others),
        "yes" if one.landing else "no",
    )


def _figures(one: Standing) -> tuple[str, ...]:
    """How many tables said something, and what they said together."""
    summary = one.summary
    if summary is None:
        return ("0", *[""] * 8)
    figures = (
        summary.hours.low, summary.hours.high, summary.saved.low, summary.middle,
        summary.saved.high, summary.days.low, summary.days.high, summary.risk,
    )  # fmt: skip
    return (str(summary.tables), *(f"{round(each, 2):g}" for each in figures))
