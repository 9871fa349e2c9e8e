"""Initiatives, their gates, and what is measured of them."""

from samspil.pipeline.queries.differing import (
    Differing,
    adjustments_of,
    differing,
    differing_one,
)
from samspil.pipeline.queries.gates import Standing, standing_of, standings
from samspil.pipeline.queries.initiatives import (
    board,
    change_by_gate,
    drills_of,
    ended,
    initiative_at,
    initiatives_at,
    initiatives_of,
    moves_of,
    running,
    way_before,
)
from samspil.pipeline.queries.planning import Planned, ninety_days, ninety_days_of
from samspil.pipeline.queries.reading import conditions_of, readings_of

__all__ = [
    "Differing",
    "Planned",
    "Standing",
    "adjustments_of",
    "board",
    "change_by_gate",
    "conditions_of",
    "differing",
    "differing_one",
    "drills_of",
    "ended",
    "initiative_at",
    "initiatives_at",
    "initiatives_of",
    "moves_of",
    "ninety_days",
    "ninety_days_of",
    "readings_of",
    "running",
    "standing_of",
    "standings",
    "way_before",
]
