"""A specification and a meeting of the company, said in few words."""

from datetime import datetime
from pathlib import Path

from samspil.demo.queries.cast import LEADER, OWNER
from samspil.demo.queries.company import colleague_playing
from samspil.knowledge.models import Document, State
from samspil.people.queries import day_of
from samspil.summaries import actions as summaries
from samspil.summaries.models import Summary

SPECIFICATION = "kravspecifikation-h12.md"
MEETING = Path(__file__).parents[1] / "meetings" / "lancering-h12.vtt"


def say_in_short(*, at: datetime) -> int:
    """Have them said in few words, once; returns how many were asked for."""
    if Summary.objects.exists():
        return 0
    given = summaries.Given(name=MEETING.name, content=MEETING.read_bytes())
    leader = colleague_playing(LEADER)
    summaries.order_minutes(given, met_on=day_of(at), by=leader, at=at)
    read = Document.objects.filter(name=SPECIFICATION, state=State.READ)
    for document in read:
        summaries.order_of_document(document, by=colleague_playing(OWNER), at=at)
    return 1 + len(read)
