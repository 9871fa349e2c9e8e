"""How a team looks at checks and drafts: of the team, never of one person."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length
from django.utils.translation import gettext

from samspil.core.anonymity import Month, enough, last_month
from samspil.core.evidence.reviewers import (
    LEAST_LOOKS,
    WORDS,
    Attention,
    Detection,
    Looks,
    attention,
    detection,
)
from samspil.people.queries import day_of, midnight
from samspil.tenancy.queries import current
from samspil.work.models import Decision, Direction, Message, PlantedItem, Process, Verdict

MOST = 2_000
"""The latest looks of the month that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLooks:
    """Of five people or more together in the month that was over last; None of fewer.

    `signs` are sentences: a reason to talk, not a proof.
    """

    month: Month
    too_few_people: bool
    planted: Detection | None
    attention: Attention | None
    signs: list[str]
    simulated: int

    @property
    def too_few_looks(self) -> bool:
        """Whether there are so few looks that nothing can be said."""
        return self.attention is None or self.attention.unedited.n < LEAST_LOOKS


def team_looks(process: Process, *, at: datetime) -> TeamLooks:
    """How those looked who decided cases here in the last whole month, in three statements."""
    home = current()
    month = last_month(day_of(at, home))
    since, until = midnight(month.first, home), midnight(month.after, home)
    first = Message.objects.filter(case=OuterRef("case"), direction=Direction.IN).order_by("pk")
    rows = list(
        Decision.objects.filter(case__process=process, proposal__isnull=False)
        .filter(at__gte=since, at__lt=until)
        .exclude(verdict=Verdict.OWN)
        .order_by("-pk")
        .annotate(length=Subquery(first.annotate(n=Length("text")).values("n")[:1]))
        .values_list("by", "verdict", "seconds", "length", "simulated")[:MOST]
    )
    people = len({row[0] for row in rows})
    items = PlantedItem.objects.filter(process=process)
    items = items.filter(decided_at__gte=since, decided_at__lt=until)
    noticed = list(items.values_list("noticed", flat=True))
    simulated = sum(row[4] for row in rows)
    if not enough(people):
        return TeamLooks(
            month=month, too_few_people=True, planted=None, attention=None, signs=[],
            simulated=simulated,
        )  # fmt: skip
    looks = Looks(
        unedited=sum(row[1] == Verdict.AGREED for row in rows),
        seconds=[float(row[2]) for row in rows],
        lengths=[row[3] or 0 for row in rows],
    )
    found = attention(looks, people=people)
    return TeamLooks(
        month=month,
        too_few_people=False,
        planted=detection(noticed=sum(map(bool, noticed)), planted=len(noticed), people=people),
        attention=found,
        signs=_sentences(found),
        simulated=simulated,
    )


def _sentences(found: Attention) -> list[str]:
    percent = int(100 * (found.unedited.value or 0.0))
    seconds = f"{found.median_s or 0.0:.0f}"
    return [gettext(WORDS[sign]).format(percent=percent, seconds=seconds) for sign in found.signs]
