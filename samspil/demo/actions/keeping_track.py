"""Colleagues keep track of what waits: tags, a question to the leader, one case put off."""

from datetime import datetime, timedelta

from samspil.demo.queries.cast import AMIRA, LEADER, SERVICE
from samspil.demo.queries.company import colleague_playing, team_called
from samspil.demo.queries.happened import waiting_today
from samspil.demo.queries.samples import Sizes
from samspil.review import actions as review
from samspil.review.models import Tag
from samspil.review.queries.filters import WHOSE
from samspil.review.queries.listing import Whose
from samspil.work import actions as work

CALL_BACK, KEY_CUSTOMER = "ring tilbage", "nøglekunde"
EVERY = {CALL_BACK: 4, KEY_CUSTOMER: 7}
"""One of so many cases that wait wears the tag."""
QUESTION = (
    f"@{LEADER.name} kunden er gammel hos os og har ventet længe. Må jeg tilbyde 10 % på næste "
    "ordre, eller vil du selv ringe?"
)
FILTER = "Ring tilbage"
PUT_OFF = timedelta(days=1)


def keep_track(*, sizes: Sizes, at: datetime) -> bool:
    """Do it once, where anything waits for customer service; tells whether it was done."""
    asks, team = colleague_playing(AMIRA), team_called(SERVICE)
    waiting = [case for case, _sample in waiting_today(sizes) if case.team == team]
    if not waiting or Tag.objects.exists():
        return False
    for name, every in EVERY.items():
        for case in waiting[::every]:
            review.tag(case, name=name, by=asks, at=at)
    calls = {"tag": str(Tag.objects.get(name=CALL_BACK).public_id), WHOSE: Whose.ALL.value}
    review.save_filter(FILTER, calls, team=None, by=colleague_playing(LEADER))
    review.write_note(waiting[0], text=QUESTION, by=asks, at=at)
    work.snooze(waiting[-1], until=at + PUT_OFF, by=asks, at=at)
    return True
