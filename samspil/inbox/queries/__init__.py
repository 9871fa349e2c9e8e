"""What can be asked before anything is stored, and how an import is coming along."""

from samspil.inbox.queries.looking import (
    Look,
    look_at,
    look_in,
    starter_rules,
    starter_skill,
)
from samspil.inbox.queries.teaching import Lesson, lesson_of

__all__ = [
    "Lesson",
    "Look",
    "lesson_of",
    "look_at",
    "look_in",
    "starter_rules",
    "starter_skill",
]
