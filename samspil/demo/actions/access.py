"""A customer asks what the company holds of them, and to be erased; another one was not known."""

from datetime import datetime, timedelta

from samspil.core.erasing import Asking, Came, Known
from samspil.demo.queries.cast import DANISH, OWNER
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.people.queries import day_of
from samspil.trust import actions as trust
from samspil.trust.queries import erasures, requests
from samspil.work.queries import latest_sender

NOBODY_HERE = "paula.vest@example.com"
"""Asks to be erased and never wrote."""
A_WEEK = timedelta(days=7)


def ask_what_is_held(*, at: datetime) -> bool:
    """Take down one request, once, and have its pack made; tells whether there is one now."""
    sender = latest_sender(process_of(DANISH))
    if not requests() and sender:
        owner = colleague_playing(OWNER)
        trust.ask_access(sender, received_on=day_of(at), language="da", by=owner, at=at)
    return bool(requests())


def ask_to_be_erased(*, at: datetime) -> bool:
    """Take down a request that waits and one that is done, once; tells whether they are there."""
    sender = latest_sender(process_of(DANISH))
    if not erasures() and sender:
        owner = colleague_playing(OWNER)
        last_week = day_of(at - A_WEEK)
        done = Asking(
            address=NOBODY_HERE, received_on=last_week, came=Came.MESSAGE,
            known=Known.FROM_ADDRESS, language="da",
        )  # fmt: skip
        asked = trust.ask_erasure(done, by=owner, at=at)
        trust.begin_erasure(asked, typed=NOBODY_HERE, by=owner, at=at)
        trust.erase(asked.public_id, at=at)
        waits = Asking(address=sender, received_on=day_of(at), came=Came.PHONE, language="da")
        trust.ask_erasure(waits, by=owner, at=at)
    return bool(erasures())
