"""All facts of a log as rows of one table."""

from collections.abc import Iterator, Sequence

from samspil.core.eventlogs.facts import Facts, Spread

HEAD = (
    "kind", "from", "to", "n", "cases", "again", "repeats", "returns", "median_s", "p90_s",
    "handed_over", "median_open_s", "p90_open_s",
)  # fmt: skip


def rows_of(facts: Facts) -> Iterator[Sequence[str]]:
    """Steps, arrows, variants and hand-overs between groups; head first. Times are in seconds,
    elapsed and in opening hours, which the last row says."""
    yield HEAD
    for step in facts.steps:
        figures = (step.n, step.cases, step.again, step.repeats, step.returns)
        opened = _times(step.wait_open)
        yield "step", step.name, "", *map(str, figures), *_times(step.wait), "", *opened
    for arrow in facts.arrows:
        ends = facts.steps[arrow.source].name, facts.steps[arrow.target].name
        handed = "" if arrow.handed is None else str(arrow.handed)
        times = (*_times(arrow.time), handed, *_times(arrow.time_open))
        yield "arrow", *ends, str(arrow.n), "", "", "", "", *times
    for way in facts.variants:
        names = " → ".join(facts.steps[one].name for one in way.steps)
        times = (*_times(way.time), "", *_times(way.time_open))
        yield "variant", names, "", "", str(way.cases), "", "", "", *times
    for over in facts.hand_overs:
        ends = over.source or "small groups", over.target or "small groups"
        yield "hand-over", *ends, str(over.n), *[""] * 9
    if facts.opening:
        yield "opening hours", facts.opening.replace("|", ", "), *[""] * 11


def _times(spread: Spread | None) -> tuple[str, str]:
    return ("", "") if spread is None else (f"{spread.median:.0f}", f"{spread.most:.0f}")
