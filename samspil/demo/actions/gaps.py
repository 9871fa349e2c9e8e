"""What colleagues asked in the last weeks that the handbooks do not say, and what came of it."""

from datetime import datetime, timedelta

from samspil.adapters import embedding
from samspil.demo.queries.cast import LEADER, OWNER
from samspil.demo.queries.company import colleague_playing
from samspil.gaps import actions as gaps
from samspil.gaps.models import GapRequest, GapTopic, Kind
from samspil.knowledge.actions import keep_question
from samspil.knowledge.models import AskedIn
from samspil.knowledge.queries import answer_to

ASKED = (
    "Hvor må jeg parkere min elbil?",
    "Er der parkering til elbiler ved lageret?",
    "Hvad koster det at lade elbilen på parkeringspladsen?",
    "Kan gæster bruge parkeringspladsen?",
    "Hvem deler parkering ud til nye kolleger?",
    "Er der parkering til elbiler med lader?",
    "Skal jeg booke parkering om morgenen?",
    "Hvornår får jeg nyt arbejdstøj?",
    "Hvem betaler arbejdstøj til montører?",
    "Kan arbejdstøj vaskes på arbejdet?",
    "Hvor henter jeg arbejdstøj i min størrelse?",
    "Hvor mange sæt arbejdstøj får en montør?",
    "Hvor mange feriedage har jeg om året?",
    "Hvornår skal jeg søge hovedferien?",
    "Kan jeg overføre feriedage til næste år?",
    "Hvor mange dage ferie kan overføres?",
    "Hvem svarer på min ansøgning om ferie?",
)
"""The first of each topic were asked longest ago."""
EVERY = timedelta(days=2)
NOTE = "Så kan vi henvise til det, når nye kolleger spørger."


def ask_what_is_missing(*, at: datetime) -> int:
    """Ask these things over the last weeks, draw the map and order a document.

    Returns how many were asked, 0 where something was ordered already.
    """
    if GapRequest.objects.exists():
        return 0
    reader = colleague_playing(LEADER)
    for number, text in enumerate(reversed(ASKED)):
        keep_question(answer_to(text, reader=reader), asked_in=AskedIn.PAGE, at=at - number * EVERY)
    gaps.draw_map(embedder=embedding.for_learning(), at=at)
    largest = GapTopic.objects.exclude(words=[]).filter(unanswered__gt=0).order_by("place").first()
    if largest is not None:
        gaps.ask_for(
            largest.words,
            kind=Kind.DOCUMENT,
            of=colleague_playing(OWNER),
            by=reader,
            at=at,
            note=NOTE,
        )
    return len(ASKED)
