"""Everything one may ask of event logs."""

from samspil.eventlogs.queries.drawing import Map, map_of
from samspil.eventlogs.queries.exports import rows_of
from samspil.eventlogs.queries.files import store
from samspil.eventlogs.queries.linking import Live, live_steps
from samspil.eventlogs.queries.listing import (
    facts_in,
    log_at,
    log_page,
    over_logs,
    over_removed_logs,
    over_waiting_logs,
    position_of,
    removed_at,
)
from samspil.eventlogs.queries.opening import opening_of, opening_words
from samspil.eventlogs.queries.previewing import (
    kept_choices,
    kept_preview,
    own_zone,
    packed_choices,
    packed_preview,
    preview_of,
    trouble_of,
    words_of,
)
from samspil.eventlogs.queries.telling import (
    ToldCandidate,
    ToldVariant,
    candidates_in,
    finding,
    hand_overs_in,
    notes_in,
    variants_in,
)

__all__ = [
    "Live",
    "Map",
    "ToldCandidate",
    "ToldVariant",
    "candidates_in",
    "facts_in",
    "finding",
    "hand_overs_in",
    "kept_choices",
    "kept_preview",
    "live_steps",
    "log_at",
    "log_page",
    "map_of",
    "notes_in",
    "opening_of",
    "opening_words",
    "over_logs",
    "over_removed_logs",
    "over_waiting_logs",
    "own_zone",
    "packed_choices",
    "packed_preview",
    "position_of",
    "preview_of",
    "removed_at",
    "rows_of",
    "store",
    "trouble_of",
    "variants_in",
    "words_of",
]
