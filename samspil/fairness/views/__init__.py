"""Pages on whether AI is fair, and on outcomes of groups."""

from samspil.fairness.views.outcomes import groups, groups_file, new_groups, one_groups, remove
from samspil.fairness.views.trials import due, export, overview, process, seen, try_now

__all__ = [
    "due",
    "export",
    "groups",
    "groups_file",
    "new_groups",
    "one_groups",
    "overview",
    "process",
    "remove",
    "seen",
    "try_now",
]
