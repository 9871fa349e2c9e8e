"""Tables of at most five, and what somebody brings to theirs."""

from collections.abc import Mapping
from enum import StrEnum

MOST_AT_A_TABLE = 5


class Hat(StrEnum):
    """What somebody brings to their table."""

    EXPERT = "expert"
    ENTHUSIAST = "enthusiast"
    PROCESS_OWNER = "process_owner"


WORDS: Mapping[Hat, str] = {
    Hat.EXPERT: "I know the work",
    Hat.ENTHUSIAST: "I like to try new things",
    Hat.PROCESS_OWNER: "I answer for the process",
}
"""As people say it of themselves, in English; translations use the same words as their key."""
