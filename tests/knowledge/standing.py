"""A standard answer that is for customers."""

from collections.abc import Mapping
from datetime import date

from samspil.knowledge.actions import Standard, Terms
from samspil.knowledge.models import Secrecy, StandardAnswer
from samspil.people.models import Colleague

QUESTION = "When will my heat pump be delivered?"
ANSWER = "Within ten working days."


def said(
    answer: StandardAnswer | None = None,
    *,
    texts: Mapping[str, str] | None = None,
    secrecy: Secrecy = Secrecy.PUBLIC,
    review_on: date = date(2099, 1, 1),
    owner: Colleague | None = None,
) -> Standard:
    """What it says; of one that is there, with the owner it has."""
    whose = owner or (answer.owner if answer else None)
    terms = Terms(secrecy=secrecy, owner=whose, review_on=review_on)
    return Standard(wordings=[QUESTION], texts=texts or {"en": ANSWER}, terms=terms)
