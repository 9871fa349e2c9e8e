"""Who knows what cases need to know."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from samspil.core.knowing import BesideCases, Held, Lapsed, Message, ReadyReply
from samspil.knowledge.actions import hold_standards
from samspil.knowledge.queries import lapsed_standard, ready_replies


class Knowledge:
    """The company's documents and answers."""

    def address(self, case: UUID) -> str:
        """The page beside the case."""
        return reverse("knowledge:beside", args=[case])

    def replies(self, messages: Mapping[int, Message], *, at: datetime) -> dict[int, ReadyReply]:
        """Standard answers that are for everybody."""
        return ready_replies(messages, at=at)

    def hold(self, answers: Iterable[UUID], *, at: datetime) -> dict[UUID, Held]:
        """Standard answers, their rows locked."""
        return hold_standards(answers, at=at)

    def lapsed(self, answer: UUID, *, version: int, at: datetime) -> Lapsed | None:
        """What became of a standard answer."""
        return lapsed_standard(answer, version=version, at=at)


BESIDE_CASES: BesideCases = Knowledge()
