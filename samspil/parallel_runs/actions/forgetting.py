"""Let go of what is erased."""

from collections.abc import Sequence

from samspil.parallel_runs.actions.closing import FORGOTTEN
from samspil.parallel_runs.models import Pair


def forget_cases(case_ids: Sequence[int]) -> None:
    """Take out what was answered in these cases, by primary key; inside the caller's transaction.

    That they fell out is noted with the next look at the run.
    """
    Pair.objects.filter(case__in=case_ids).update(**FORGOTTEN)
