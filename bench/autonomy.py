"""What AI may do alone, how that is watched, and what people and AI are worth together.

python -m bench.autonomy [--quick] [--json FILE]
"""

from collections.abc import Iterable

from bench import (
    certificates,
    learning,
    queue_ahead,
    running_price,
    shift,
    spot_checks,
    together,
    watching,
    what_if,
)
from bench.report import Row, main

PARTS = (
    certificates,
    shift,
    watching,
    spot_checks,
    together,
    learning,
    queue_ahead,
    what_if,
    running_price,
)


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    for part in PARTS:
        yield from part.rows(quick=quick)


if __name__ == "__main__":
    main(measure, description=__doc__)
