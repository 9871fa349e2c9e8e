"""A map now and as it shall be, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.core.process_maps.beside import Pair, Shown, side_by_side
from samspil.process_maps.models import ProcessMap
from samspil.process_maps.queries.charted import Charted, Row, charted, owner_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Both maps, and their steps in pairs."""

    now: Charted
    then: Charted
    pairs: Sequence[Pair]


def beside(now: ProcessMap, then: ProcessMap, *, at: datetime) -> Beside:
    """What a plan changes."""
    one, other = charted(now, now=at), charted(then, now=at)
    pairs = side_by_side([_shown(row) for row in one.rows], [_shown(row) for row in other.rows])
    return Beside(now=one, then=other, pairs=pairs)


def _shown(row: Row) -> Shown:
    """Name, owner, who does it, minutes, waiting, errors: what a reader would call a change."""
    return Shown(
        key=row.step.pk,
        origin=row.step.origin_id or 0,
        says=(
            row.step.name, owner_mark(row.step), row.who.route, row.minutes.known,
            row.waiting.known, row.errors.known,
        ),
    )  # fmt: skip
