"""How a team looks at checks and drafts: of the team, never of one person."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length
from django.utils.translation import gettext

from samspil.core.evidence.reviewers import (
    LEAST_LOOKS,
    LEAST_PEOPLE,
    WORDS,
    Attention,
    Detection,
    Looks,
    attention,
    detection,
)
from samspil.work.models import Decision, Direction, Message, PlantedItem, Process, Verdict

RECENT = timedelta(days=90)
MOST = 2_000
"""The latest looks that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLooks:
    """Of `people` together in the last 90 days; None of fewer than five.

    `signs` are sentences: a reason to talk, not a proof.
    """

    people: int
    planted: Detection | None
    attention: Attention | None
    signs: list[str]
    simulated: int

    @property
    def too_few_people(self) -> bool:
        """Whether single ones could be recognised, so that nothing is shown."""
        return self.people < LEAST_PEOPLE

    @property
    def too_few_looks(self) -> bool:
        """Whether there are so few looks that nothing can be said."""
        return self.attention is None or self.attention.unedited.n < LEAST_LOOKS


def team_looks(process: Process, *, at: datetime) -> TeamLooks:
    """How those look who decided cases here lately, in two statements."""
    first = Message.objects.filter(case=OuterRef("case"), direction=Direction.IN).order_by("pk")
    rows = list(
        Decision.objects.filter(case__process=process, at__gt=at - RECENT, proposal__isnull=False)
        .exclude(verdict=Verdict.OWN)
        .order_by("-pk")
        .annotate(length=Subquery(first.annotate(n=Length("text")).values("n")[:1]))
        .values_list("by", "verdict", "seconds", "length", "simulated")[:MOST]
    )
    people = len({row[0] for row in rows})
    items = PlantedItem.objects.filter(process=process, decided_at__gt=at - RECENT)
    noticed = list(items.values_list("noticed", flat=True))
    simulated = sum(row[4] for row in rows)
    if people < LEAST_PEOPLE:
        return TeamLooks(people=people, planted=None, attention=None, signs=[], simulated=simulated)
    looks = Looks(
        unedited=sum(row[1] == Verdict.AGREED for row in rows),
        seconds=[float(row[2]) for row in rows],
        lengths=[row[3] or 0 for row in rows],
    )
    found = attention(looks, people=people)
    return TeamLooks(
        people=people,
        planted=detection(noticed=sum(map(bool, noticed)), planted=len(noticed), people=people),
        attention=found,
        signs=_sentences(found),
        simulated=simulated,
    )


def _sentences(found: Attention) -> list[str]:
    percent = int(100 * (found.unedited.value or 0.0))
    seconds = f"{found.median_s or 0.0:.0f}"
    return [gettext(WORDS[sign]).format(percent=percent, seconds=seconds) for sign in found.signs]
