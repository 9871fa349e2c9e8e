"""How a process moves on the ladder of autonomy."""

from samspil.work.actions.autonomy.checking import Coming, keep_check, watch_coming
from samspil.work.actions.autonomy.climbing import NotProved, NotShared, climb
from samspil.work.actions.autonomy.disproving import note_overturned
from samspil.work.actions.autonomy.falling import fall, lower, note_change, note_falls
from samspil.work.actions.autonomy.keeping import held_autonomy, seed_of
from samspil.work.actions.autonomy.promising import Terms, change_terms

__all__ = [
    "Coming",
    "NotProved",
    "NotShared",
    "Terms",
    "change_terms",
    "climb",
    "fall",
    "held_autonomy",
    "keep_check",
    "lower",
    "note_change",
    "note_falls",
    "note_overturned",
    "seed_of",
    "watch_coming",
]
