"""Everything that can be read of processes and cases."""

from samspil.work.queries.answering import answered_cases, message_id
from samspil.work.queries.cases import (
    QueueEnd,
    awake,
    case_at,
    count_up_to,
    held_by,
    queue_of,
    queue_page,
    recent,
    text_of,
    texts_of_round,
    thread,
    thread_of,
)
from samspil.work.queries.processes import (
    model_folder,
    process_at,
    processes,
    rules_of,
    skill_of,
    standing_stops,
    stopped,
    team_of_level,
    topics_of,
)
from samspil.work.queries.wording import reason_words, topic_name

__all__ = [
    "QueueEnd",
    "answered_cases",
    "awake",
    "case_at",
    "count_up_to",
    "held_by",
    "message_id",
    "model_folder",
    "process_at",
    "processes",
    "queue_of",
    "queue_page",
    "reason_words",
    "recent",
    "rules_of",
    "skill_of",
    "standing_stops",
    "stopped",
    "team_of_level",
    "text_of",
    "texts_of_round",
    "thread",
    "thread_of",
    "topic_name",
    "topics_of",
]
