"""A standard answer that is for customers."""

from collections.abc import Mapping
from datetime import date, datetime

from samspil.config.knowing import Knowledge
from samspil.core.knowing import Message, ReadyReply
from samspil.knowledge.actions import Standard, Terms, remove_standards
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


class WithdrawnMeanwhile(Knowledge):
    """All that is known, but each answer is withdrawn as soon as it was found."""

    def replies(self, messages: Mapping[int, Message], *, at: datetime) -> dict[int, ReadyReply]:
        """What fitted a moment ago."""
        found = super().replies(messages, at=at)
        assert found
        for answer in StandardAnswer.objects.select_related("owner"):
            remove_standards([answer.pk], by=answer.owner, at=at)
        return found


WITHDRAWN_MEANWHILE = WithdrawnMeanwhile()
