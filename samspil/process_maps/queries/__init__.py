"""Everything that can be read of maps of processes."""

from samspil.process_maps.queries.charted import Charted, Row, Way, charted, owner_of
from samspil.process_maps.queries.comparing import Beside, beside
from samspil.process_maps.queries.drawing import Picture, Show, picture_of, words_of
from samspil.process_maps.queries.maps import (
    map_at,
    map_page,
    position_of,
    removed_map_at,
    step_at,
    steps_of_process,
    steps_of_task,
    steps_on,
    team_called,
    there,
    way_at,
)
from samspil.process_maps.queries.starting import (
    fault_words,
    log_draft,
    outline_draft,
    outline_name,
    read_logs,
    read_steps,
)
from samspil.process_maps.queries.tables import map_rows, next_words
from samspil.process_maps.queries.telling import changes

__all__ = [
    "Beside",
    "Charted",
    "Picture",
    "Row",
    "Show",
    "Way",
    "beside",
    "changes",
    "charted",
    "fault_words",
    "log_draft",
    "map_at",
    "map_page",
    "map_rows",
    "next_words",
    "outline_draft",
    "outline_name",
    "owner_of",
    "picture_of",
    "position_of",
    "read_logs",
    "read_steps",
    "removed_map_at",
    "step_at",
    "steps_of_process",
    "steps_of_task",
    "steps_on",
    "team_called",
    "there",
    "way_at",
    "words_of",
]
