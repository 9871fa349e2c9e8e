"""Outlines of maps to begin with. Names and owners are a start for a talk; no figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.process_maps.drafting import Way, in_a_row


class Outline(StrEnum):
    """What there is an outline of."""

    ADVERT_TO_EXIT = "advert_to_exit"
    INQUIRY = "inquiry"
    ORDER = "order"
    TICKET = "ticket"


WORDS: Mapping[str, str] = {
    Outline.ADVERT_TO_EXIT: "From job advert to exit",
    Outline.INQUIRY: "From a customer's inquiry to the answer",
    Outline.ORDER: "From order to payment",
    Outline.TICKET: "From an IT ticket to the solution",
    "need": "Settle what the job asks for",
    "advert": "Write the job advert and publish it",
    "applications": "Receive applications and answer first questions",
    "reading": "Read applications against the criteria",
    "interview": "Hold interviews",
    "offer": "Decide, and make an offer",
    "contract": "Write the contract and have it signed",
    "onboarding": "Bring the new colleague in",
    "development": "Talk about work and development",
    "exit": "Say goodbye: equipment, knowledge, reference",
    "inquiry": "Receive the inquiry and sort it",
    "facts": "Find customer, order and history",
    "known": "Give the standard answer",
    "hard": "Look into what is not standard",
    "ask_back": "Ask the customer for what is missing",
    "reply": "Write the answer and send it",
    "followed": "Note what the answer led to",
    "order": "Receive the order",
    "order_check": "Check the order against price and stock",
    "confirm": "Confirm the order",
    "pack": "Pack and send",
    "invoice": "Write the invoice",
    "remind": "Remind of payment",
    "payment": "Book the payment",
    "ticket": "Receive the ticket and sort it",
    "known_fault": "Try the known solution",
    "diagnose": "Find the cause",
    "supplier": "Ask the supplier",
    "solve": "Solve it",
    "test": "Let whoever asked try it",
    "article": "Write down the solution for others",
    "hr": "HR",
    "manager": "Hiring manager",
    "team": "The team itself",
    "service": "Customer service",
    "specialists": "Specialists",
    "sales": "Sales",
    "warehouse": "Warehouse",
    "accounts": "Accounts",
    "support": "IT support",
    "operations": "IT operations",
}
"""Names of outlines, steps and owners in English; translations use them as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """Steps with their owners, both by their keys in `WORDS`, and the ways between them."""

    steps: Sequence[tuple[str, str]]
    ways: Sequence[Way]


SKETCHES: Mapping[Outline, Sketch] = {
    Outline.ADVERT_TO_EXIT: Sketch(
        steps=(
            ("need", "manager"), ("advert", "hr"), ("applications", "hr"), ("reading", "hr"),
            ("interview", "manager"), ("offer", "manager"), ("contract", "hr"),
            ("onboarding", "team"), ("development", "manager"), ("exit", "hr"),
        ),
        ways=in_a_row(10),
    ),
    Outline.INQUIRY: Sketch(
        steps=(
            ("inquiry", "service"), ("facts", "service"), ("known", "service"),
            ("ask_back", "service"), ("hard", "specialists"), ("reply", "service"),
            ("followed", "service"),
        ),
        ways=(
            (0, 1, None), (1, 2, None), (1, 3, None), (1, 4, None), (3, 1, None), (4, 5, None),
            (2, 6, None), (5, 6, None),
        ),
    ),
    Outline.ORDER: Sketch(
        steps=(
            ("order", "sales"), ("order_check", "sales"), ("confirm", "sales"),
            ("pack", "warehouse"), ("invoice", "accounts"), ("remind", "accounts"),
            ("payment", "accounts"),
        ),
        ways=(
            (0, 1, None), (1, 2, None), (2, 3, None), (3, 4, None), (4, 5, None), (4, 6, None),
            (5, 6, None),
        ),
    ),
    Outline.TICKET: Sketch(
        steps=(
            ("ticket", "support"), ("known_fault", "support"), ("diagnose", "operations"),
            ("supplier", "operations"), ("solve", "operations"), ("test", "support"),
            ("article", "support"),
        ),
        ways=(
            (0, 1, None), (1, 2, None), (1, 5, None), (2, 3, None), (2, 4, None), (3, 4, None),
            (4, 5, None), (5, 6, None),
        ),
    ),
}  # fmt: skip
"""Where a case may go several ways, nobody has said yet how often: then all are taken alike."""
