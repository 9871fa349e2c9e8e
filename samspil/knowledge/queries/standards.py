"""Standard answers: which fit a question, and all of them as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import numpy as np
from django.db.models import Count, Q, QuerySet

from samspil.core.embedding import Vectors
from samspil.core.knowledge.fitting import Worded, fit
from samspil.core.words import LANGUAGES
from samspil.knowledge.access import Reader, standards_for
from samspil.knowledge.models import StandardAnswer, StandardVersion, Wording
from samspil.people.models import Colleague
from samspil.skills.triage.language import language_of

PAGE = 50
MOST_NEAR = 3
SOON = timedelta(days=14)
"""So long before an answer ends its owner is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A standard answer for a question, in the language that is nearest to it.

    `exact`: the answer is in the question's own language.
    """

    answer: StandardAnswer
    text: str
    language: str
    exact: bool
    fits: bool
    nearness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FindStandards:
    """What to narrow the list by; empty for all."""

    words: str = ""
    ended: bool = False


def standing_for(
    question: str, *, vector: Vectors | None, embedder: str, reader: Reader, today: date
) -> list[Standing]:
    """The valid standard answers near to a question, as far as the reader may see them.

    First the one that fits, if any; then the nearest. Two statements.
    """
    valid = standards_for(reader).filter(valid_until__gte=today).select_related("owner", "team")
    answers = {one.pk: one for one in valid.order_by("pk")}
    if not answers:
        return []
    worded: dict[int, list[Worded]] = {}
    for one in Wording.objects.filter(answer__in=answers).order_by("answer_id", "place"):
        same = vector is not None and one.embedder == embedder
        kept = np.frombuffer(bytes(one.vector), dtype=np.float32) if same else None
        worded.setdefault(one.answer_id, []).append(Worded(text=one.text, vector=kept))
    asked = Worded(text=question, vector=vector)
    spoken = language_of(question)
    found = [
        _standing(answers[pk], spoken, fits=near.fits, nearness=near.nearness)
        for pk, wordings in worded.items()
        if (near := fit(asked, wordings))
    ]
    found.sort(key=lambda one: (-one.fits, -one.nearness, -one.answer.pk))
    return found[:MOST_NEAR]


def _standing(
    answer: StandardAnswer, spoken: str | None, *, fits: bool, nearness: float
) -> Standing:
    languages = [one for one in (spoken, *LANGUAGES) if one in answer.texts]
    language = str(languages[0])
    return Standing(
        answer=answer,
        text=answer.texts[language],
        language=language,
        exact=language == spoken,
        fits=fits,
        nearness=nearness,
    )


def standard_page(
    reader: Colleague, find: FindStandards, *, today: date, before: int | None = None
) -> tuple[list[StandardAnswer], int | None]:
    """The standard answers a reader may see, the newest first, and where the next page begins."""
    found = standards_for(reader).select_related("owner", "team")
    if find.words:
        found = found.filter(said__text__icontains=find.words).distinct()
    if find.ended:
        found = found.filter(valid_until__lt=today)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-pk")[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None


def standard_counts(reader: Colleague, *, today: date) -> dict[str, int]:
    """How many there are that the reader may see, and how many of them have ended."""
    seen = standards_for(reader)
    return seen.aggregate(all=Count("pk"), ended=Count("pk", filter=Q(valid_until__lt=today)))


def every_standard(reader: Colleague) -> QuerySet[StandardAnswer]:
    """All that the reader may see, the oldest first."""
    return standards_for(reader).select_related("owner", "team").order_by("pk")


def standard_at(public_id: UUID, *, reader: Colleague, removed: bool = False) -> StandardAnswer:
    """The one there; raises `StandardAnswer.DoesNotExist` also for what is not theirs."""
    found = standards_for(reader, removed=removed).select_related("owner", "team", "alone_by")
    return found.get(public_id=public_id)


def versions_of(answer: StandardAnswer) -> list[StandardVersion]:
    """What it said before and says now, the newest first."""
    return list(answer.versions.select_related("by", "owner", "team").order_by("-number"))


def ending_soon(owner: Colleague, *, today: date) -> Sequence[StandardAnswer]:
    """What this colleague answers for and ends in the next two weeks, or has ended."""
    theirs = StandardAnswer.objects.filter(owner=owner, removed_at__isnull=True)
    return list(theirs.filter(valid_until__lte=today + SOON).order_by("valid_until", "pk"))
