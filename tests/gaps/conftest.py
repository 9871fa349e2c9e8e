"""A leader who keeps documents, an employee who asks, and questions that were asked."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from samspil.gaps.actions import draw_map
from samspil.gaps.models import GapMap
from samspil.gaps.queries import DrawnMap, drawn_map
from samspil.knowledge.models import AskedIn, Document, Outcome, Pointer, Question
from samspil.people.models import Colleague
from tests.factories import MONDAY_9
from tests.knowledge.conftest import bring, emil, lene

__all__ = ["bring", "emil", "lene"]

PARKING = (
    "Hvor er der parkering til min bil?",
    "Er der parkering til elbiler?",
    "Koster parkering noget?",
    "Hvem deler parkering ud?",
    "Er der parkering ved hallen?",
    "Må gæster bruge vores parkering?",
)
Ask = Callable[..., list[Question]]


@pytest.fixture
def ask(organisation: object) -> Ask:
    """`ask(*texts, good=…, near=…, at=…)`: questions as they were kept."""

    def do(
        *texts: str, good: bool = False, near: Document | None = None, at: datetime = MONDAY_9
    ) -> list[Question]:
        outcome = Outcome.ANSWERED if good else Outcome.DECLINED
        reason = "" if good else "thin"
        kept = [
            Question.objects.create(
                text=text, asked_in=AskedIn.PAGE, outcome=outcome, reason=reason, asked_at=at
            )
            for text in texts or PARKING
        ]
        if near is not None:
            for one in kept:
                Pointer.objects.create(question=one, document=near, place=0)
        return kept

    return do


@pytest.fixture
def drawn(ask: Ask) -> Callable[[], GapMap]:
    """Draw the map an hour after the questions."""
    return lambda: draw_map(embedder=None, at=MONDAY_9 + timedelta(hours=1))


def seen_by(reader: Colleague) -> DrawnMap:
    """The map as this colleague sees it."""
    found = drawn_map(reader)
    assert found is not None
    return found
