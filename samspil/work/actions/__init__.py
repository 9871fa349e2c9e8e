"""Everything that can be done to processes and cases."""

from samspil.core.topics import TopicText
from samspil.skills.registry import starter_topics
from samspil.work.actions.arriving import PROPOSE, Arrival, Opened, open_cases
from samspil.work.actions.deciding import IdentityInReply, NewMessage, NoPerson, decide
from samspil.work.actions.delivering import DELIVER, deliver
from samspil.work.actions.holding import StaleCase, claim, claim_next, hand_over, release
from samspil.work.actions.looking_again import look_again
from samspil.work.actions.processes import (
    change_process,
    lift_stop,
    make_process,
    set_topics,
    stop,
    teach,
)
from samspil.work.actions.proposing import propose_and_route
from samspil.work.actions.receiving import LOOK_AGAIN, Received, TakenIn, receive, take_in

__all__ = [
    "DELIVER",
    "LOOK_AGAIN",
    "PROPOSE",
    "Arrival",
    "IdentityInReply",
    "NewMessage",
    "NoPerson",
    "Opened",
    "Received",
    "StaleCase",
    "TakenIn",
    "TopicText",
    "change_process",
    "claim",
    "claim_next",
    "decide",
    "deliver",
    "hand_over",
    "lift_stop",
    "look_again",
    "make_process",
    "open_cases",
    "propose_and_route",
    "receive",
    "release",
    "set_topics",
    "starter_topics",
    "stop",
    "take_in",
    "teach",
]
