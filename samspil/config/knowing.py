"""Who knows what cases need to know."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from samspil.core.knowing import BesideCases, Message, ReadyReply
from samspil.knowledge.queries import ready_replies


class Knowledge:
    """The company's documents and answers."""

    def address(self, case: UUID) -> str:
        """The page beside the case."""
        return reverse("knowledge:beside", args=[case])

    def replies(self, messages: Mapping[int, Message], *, at: datetime) -> dict[int, ReadyReply]:
        """Standard answers that are for everybody."""
        return ready_replies(messages, at=at)


BESIDE_CASES: BesideCases = Knowledge()
