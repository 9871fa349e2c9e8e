"""What people made of AI's proposals: of an AI colleague only, never of a person."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max

from samspil.core.shares import Share
from samspil.work.models import Decision, Verdict

JUDGING = (Verdict.AGREED, Verdict.CHANGED, Verdict.REJECTED)
MONTHS = timedelta(days=90)
"""How far back the quality of an AI colleague is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What people made of the proposals of one version in one process (by primary key).

    `played` ones are decisions of a demonstration, which prove nothing. `last_at` is the newest.
    """

    process: int
    version: str
    played: bool
    verdicts: Mapping[str, int]
    last_at: datetime

    @property
    def shares(self) -> dict[str, Share]:
        """How often they agreed with, changed and rejected one."""
        return shares(self.verdicts)


def shares(verdicts: Mapping[str, int]) -> dict[str, Share]:
    """How often people agreed, changed and rejected, of all they judged."""
    total = sum(verdicts.get(verdict, 0) for verdict in JUDGING)
    return {str(verdict): Share(hits=verdicts.get(verdict, 0), n=total) for verdict in JUDGING}


def judged_by_version(skill: str, *, since: datetime) -> list[Judged]:
    """Since then, of cases that are closed: by process and version, the newest first."""
    decisions = Decision.objects.filter(
        case__closed_at__gte=since, at__gte=since, proposal__skill=skill, verdict__in=JUDGING
    )
    keys = ("case__process", "proposal__version", "simulated")
    rows = decisions.order_by().values_list(*keys, "verdict")
    counted: defaultdict[tuple[int, str, bool], dict[str, int]] = defaultdict(dict)
    newest: dict[tuple[int, str, bool], datetime] = {}
    for *key, verdict, n, at in rows.annotate(n=Count("pk"), last=Max("at")):
        process, version, simulated = key
        place = (process, version, simulated)
        counted[place][verdict] = n
        newest[place] = max(at, newest.get(place, at))
    found = [
        Judged(
            process=process,
            version=version,
            played=played,
            verdicts=verdicts,
            last_at=newest[process, version, played],
        )
        for (process, version, played), verdicts in counted.items()
    ]
    return sorted(found, key=lambda one: (one.played, one.last_at.timestamp() * -1, one.version))


def together(rows: Sequence[Judged]) -> dict[str, Share]:
    """All that real people judged, whatever the process and version."""
    total = {
        str(verdict): sum(row.verdicts.get(verdict, 0) for row in rows if not row.played)
        for verdict in JUDGING
    }
    return shares(total)
