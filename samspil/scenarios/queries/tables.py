"""A comparison as a table to take along."""

from collections.abc import Iterator

from samspil.core.scenarios.comparing import HORIZONS, OWN
from samspil.scenarios.queries.comparisons import Weighed

ENDS = ("low", "likely", "high")
TENS = ("p10", "p50", "p90")


def comparison_rows(found: Weighed) -> Iterator[list[str]]:
    """A row for each option, its numbers with a point: what was said, then what comes of it."""
    result = {row.key: row for row in found.result.rows} if found.result else {}
    yield [
        "option", "currency",
        *(f"{name}_{end}" for name in OWN for end in ENDS),
        *(f"net_{months}_{each}" for months in HORIZONS for each in TENS),
        *(f"best_{months}" for months in HORIZONS),
        *(f"payback_month_{each}" for each in TENS),
        "risk",
    ]  # fmt: skip
    for one in found.options:
        guesses = one.rule.guesses if one.rule else {}
        row = result.get(one.option.public_id.int)
        nets = [getattr(row.net[n], each) for n in HORIZONS for each in TENS] if row else []
        bests = [row.best[n] for n in HORIZONS] if row else []
        months = [getattr(row.payback, each) for each in TENS] if row else []
        figures = [*nets, *bests, *months] or [None] * (len(HORIZONS) * 4 + len(TENS))
        points = [
            getattr(guesses[name], end) if name in guesses else None for name in OWN for end in ENDS
        ]
        yield [
            one.option.name, found.comparison.currency,
            *("" if each is None else f"{each:.10g}" for each in (*points, *figures)),
            one.option.risk,
        ]  # fmt: skip
