"""Who does what: what its figures cost and how good they are.

Event logs, from file to map: `bench.event_logs`. How scores agree with experts:
`bench.task_scores`. What the picture of many tasks costs: `bench.task_picture`.

    python -m bench.allocation [--quick] [--json FILE]
"""

from collections.abc import Iterable

from bench import event_logs, task_picture, task_scores
from bench.report import Row, main

PARTS = (event_logs.measure, task_scores.measure, task_picture.measure)
"""What is measured, one after the other."""


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    for part in PARTS:
        yield from part(quick)


if __name__ == "__main__":
    main(measure, description=__doc__)
