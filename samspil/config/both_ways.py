"""Who keeps parallel runs, for the cases they draw."""

from collections.abc import Mapping
from datetime import datetime

from samspil.core.parallel_runs.drawing import Drawn, Lots, ParallelRuns
from samspil.parallel_runs.actions import keep_drawn, lots_for


class Keeper:
    """The parallel runs of the organisation."""

    def lots(self, process: int, *, at: datetime) -> Lots:
        """What is drawn in this process now."""
        return lots_for(process, at=at)

    def keep(self, lots: Lots, drawn: Mapping[int, Drawn], *, at: datetime) -> None:
        """Keep what was drawn."""
        keep_drawn(lots, drawn, at=at)


PARALLEL_RUNS: ParallelRuns = Keeper()
