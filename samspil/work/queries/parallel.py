"""Which cases go both ways in a parallel run: whoever keeps those stands above."""

from django.conf import settings
from django.utils.module_loading import import_string

from samspil.core.parallel_runs.drawing import ParallelRuns


def parallel_runs() -> ParallelRuns:
    """Whoever keeps parallel runs, as `config` says."""
    keeper: ParallelRuns = import_string(settings.PARALLEL_RUNS)
    return keeper
