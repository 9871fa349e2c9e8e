"""What can be read of an organisation's beginning."""

from samspil.founding.queries.hours import hours_words
from samspil.founding.queries.sampling import sample_process, sample_state
from samspil.founding.queries.starting import nothing_founded, start_code, start_link, start_words
from samspil.founding.queries.steps import (
    Days,
    FirstStep,
    FirstSteps,
    first_days,
    first_process,
    teaching_address,
)

__all__ = [
    "Days",
    "FirstStep",
    "FirstSteps",
    "first_days",
    "first_process",
    "hours_words",
    "nothing_founded",
    "sample_process",
    "sample_state",
    "start_code",
    "start_link",
    "start_words",
    "teaching_address",
]
