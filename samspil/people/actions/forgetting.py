"""Delete what is kept of colleagues once its time is over.

How long that is stands on a floor above, so that the caller says what may be taken.
"""

from samspil.core.retention.periods import Reach
from samspil.people.queries.retention import over_absences, over_staff_lists, over_trainings
from samspil.tenancy.actions import delete_rows


def sweep_absences(reach: Reach) -> int:
    """Delete absences of long ago; returns how many."""
    return delete_rows(over_absences(reach))


def sweep_trainings(reach: Reach) -> int:
    """Delete trainings of those who left long ago; returns how many."""
    return delete_rows(over_trainings(reach))


def sweep_staff_lists(reach: Reach) -> int:
    """Delete lists of staff that somebody only looked at; returns how many."""
    return delete_rows(over_staff_lists(reach))
