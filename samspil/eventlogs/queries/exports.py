"""All facts of a log as rows of one table."""

from collections.abc import Iterator, Sequence

from samspil.core.eventlogs.facts import Facts, Spread

HEAD = (
    "kind", "from", "to", "n", "cases", "again", "repeats", "returns", "median_s", "p90_s",
    "handed_over",
)  # fmt: skip


def rows_of(facts: Facts) -> Iterator[Sequence[str]]:
    """Steps, arrows, variants and hand-overs between groups; times in seconds, head first."""
    yield HEAD
    for step in facts.steps:
        figures = (step.n, step.cases, step.again, step.repeats, step.returns)
        yield "step", step.name, "", *map(str, figures), *_times(step.wait), ""
    for arrow in facts.arrows:
        ends = facts.steps[arrow.source].name, facts.steps[arrow.target].name
        handed = "" if arrow.handed is None else str(arrow.handed)
        yield "arrow", *ends, str(arrow.n), "", "", "", "", *_times(arrow.time), handed
    for way in facts.variants:
        names = " → ".join(facts.steps[one].name for one in way.steps)
        yield "variant", names, "", "", str(way.cases), "", "", "", *_times(way.time), ""
    for over in facts.hand_overs:
        ends = over.source or "small groups", over.target or "small groups"
        yield "hand-over", *ends, str(over.n), "", "", "", "", "", "", ""


def _times(spread: Spread | None) -> tuple[str, str]:
    return ("", "") if spread is None else (f"{spread.median:.0f}", f"{spread.most:.0f}")
