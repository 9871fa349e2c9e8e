"""Audits of tasks: what a person may say of their work, and what may be told of many."""

from samspil.core.audit.answers import (
    LONGEST_TITLE,
    MOST_SYSTEMS,
    BadAnswer,
    Fault,
    Given,
    Per,
    Wish,
    check_answer,
    hours_a_week,
)
from samspil.core.audit.figures import settled
from samspil.core.audit.said import Agreement, Said, Told
from samspil.core.audit.sheets import WEEK_HOURS, Hindrance, check_week, hindrances, total_hours

__all__ = [
    "LONGEST_TITLE",
    "MOST_SYSTEMS",
    "WEEK_HOURS",
    "Agreement",
    "BadAnswer",
    "Fault",
    "Given",
    "Hindrance",
    "Per",
    "Said",
    "Told",
    "Wish",
    "check_answer",
    "check_week",
    "hindrances",
    "hours_a_week",
    "settled",
    "total_hours",
]
