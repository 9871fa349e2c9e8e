"""Everything that can be read of the demonstration: its cast, its texts, what happened."""

from samspil.core.shares import Share
from samspil.demo.queries.cast import COMPANY, LINES, PLAYERS, Line, Player
from samspil.demo.queries.company import colleague_playing, deciders, process_of, team_called
from samspil.demo.queries.drive import CHANGED, LAID, drive, files_of
from samspil.demo.queries.happened import (
    LevelTime,
    LineReport,
    Report,
    WayCount,
    arrived_left,
    report,
    today_has_begun,
    waiting_today,
)
from samspil.demo.queries.samples import (
    SMALL,
    WHOLE,
    MissingTexts,
    Sample,
    Sizes,
    every_message_of_today,
    lessons,
    messages_after_noon,
    messages_until_noon,
    past_messages,
    todays_messages,
    topics_of_line,
)

__all__ = [
    "CHANGED",
    "COMPANY",
    "LAID",
    "LINES",
    "PLAYERS",
    "SMALL",
    "WHOLE",
    "LevelTime",
    "Line",
    "LineReport",
    "MissingTexts",
    "Player",
    "Report",
    "Sample",
    "Share",
    "Sizes",
    "WayCount",
    "arrived_left",
    "colleague_playing",
    "deciders",
    "drive",
    "every_message_of_today",
    "files_of",
    "lessons",
    "messages_after_noon",
    "messages_until_noon",
    "past_messages",
    "process_of",
    "report",
    "team_called",
    "today_has_begun",
    "todays_messages",
    "topics_of_line",
    "waiting_today",
]
