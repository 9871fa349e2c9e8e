"""A customer asks what the company holds of them."""

from datetime import datetime

from samspil.demo.queries.cast import DANISH, OWNER
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.people.queries import day_of
from samspil.trust import actions as trust
from samspil.trust.queries import requests
from samspil.work.queries import latest_sender


def ask_what_is_held(*, at: datetime) -> bool:
    """Take down one request, once, and have its pack made; tells whether there is one now."""
    sender = latest_sender(process_of(DANISH))
    if not requests() and sender:
        owner = colleague_playing(OWNER)
        trust.ask_access(sender, received_on=day_of(at), language="da", by=owner, at=at)
    return bool(requests())
