"""Why an event log cannot be read at all."""

from enum import StrEnum


class Problem(StrEnum):
    """Why a log cannot be read at all."""

    EMPTY = "empty"
    NO_LOG = "no_log"
    TOO_LARGE = "too_large"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    DAMAGED = "damaged"
    ENTITIES = "entities"
    NO_COLUMNS = "no_columns"
    SAME_COLUMN = "same_column"
    TOO_MANY_ACTIVITIES = "too_many_activities"
    TOO_MANY_EVENTS = "too_many_events"
    NOTHING_READ = "nothing_read"
    GONE = "gone"


WORDS = {
    Problem.EMPTY: "The file is empty.",
    Problem.NO_LOG: "This is no event log: give a CSV file, or XES, also packed with gzip.",
    Problem.TOO_LARGE: "The file is larger than {most} megabytes: divide it.",
    Problem.TOO_LARGE_UNPACKED: "Unpacked, the file is larger than {most} megabytes: divide it.",
    Problem.DAMAGED: "The file cannot be read from line {row} on: it is damaged or cut off.",
    Problem.ENTITIES: "The file declares a document type, as harmful files do: export it anew as "
    "plain XES.",
    Problem.NO_COLUMNS: "Say which columns hold the case, the step and the time.",
    Problem.SAME_COLUMN: "Case, step and time must be three different columns.",
    Problem.TOO_MANY_ACTIVITIES: "There are more than {most} different steps by row {row}. Does "
    "this column name the step?",
    Problem.TOO_MANY_EVENTS: "There are more than {most} events: divide the file.",
    Problem.NOTHING_READ: "No row could be read: look at the columns and at how times are written.",
    Problem.GONE: "The file is not there any more: bring it in again.",
}
"""English sentences; translations use the same sentences as their keys."""


class BadLog(ValueError):
    """The log cannot be read; `words` is a sentence, filled by `figures`."""

    def __init__(self, problem: Problem, **figures: int) -> None:
        super().__init__(WORDS[problem].format(**figures))
        self.problem, self.words, self.figures = problem, WORDS[problem], figures
