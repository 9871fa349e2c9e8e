"""Keep what was asked, without who asked, and what they said of the answer."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from samspil.core.embedding import Vectors, packed, text_key
from samspil.core.knowledge.private import withheld
from samspil.core.retention.categories import Category
from samspil.governance.queries import intake, reach_of
from samspil.knowledge.models import AskedIn, Outcome, Pointer, Question
from samspil.knowledge.queries import Answered, Meaning
from samspil.knowledge.queries.retention import over_questions
from samspil.skills.triage.language import language_of
from samspil.tenancy.actions import delete_rows

MOST_POINTERS = 5
AT_ONCE = 500
SAYS_WITHIN = timedelta(days=1)
"""So long whoever asked can say whether the answer helped; `asked_at` is cut to the hour."""


@transaction.atomic
def keep_question(answered: Answered, *, asked_in: AskedIn, at: datetime) -> Question:
    """Keep a question and what came of it. Nobody's name goes with it, nor into the journal."""
    seen = intake(answered.question)
    why = withheld(seen.text, masked=bool(seen.masked))
    meaning = None if why else _meaning_of(seen.text, answered)
    question = Question.objects.create(
        text="" if why else seen.text,
        withheld=why or "",
        language=language_of(seen.text) or "",
        asked_in=asked_in,
        outcome=_outcome(answered),
        reason=answered.declined or "",
        asked_at=at.replace(minute=0, second=0, microsecond=0),
        vector=packed(meaning.vector) if meaning else b"",
        embedder=meaning.embedder if meaning else "",
    )
    named = (*answered.quotes, *answered.nearest)
    documents = list(dict.fromkeys(one.document.pk for one in named))[:MOST_POINTERS]
    Pointer.objects.bulk_create(
        Pointer(question=question, document_id=pk, place=place)
        for place, pk in enumerate(documents)
    )
    return question


def _meaning_of(text: str, answered: Answered) -> Meaning | None:
    """The meaning that was read, where it is of the very text that is kept."""
    return answered.meaning if text_key(text) == text_key(answered.question) else None


@transaction.atomic
def keep_meanings(vectors: Mapping[int, Vectors], *, embedder: str) -> None:
    """Keep vectors of questions, by row, that were kept without or with another embedder's."""
    rows = [
        Question(pk=pk, vector=packed(vector), embedder=embedder) for pk, vector in vectors.items()
    ]
    Question.objects.bulk_update(rows, ["vector", "embedder"], batch_size=AT_ONCE)


def _outcome(answered: Answered) -> Outcome:
    if answered.standard:
        return Outcome.STANDARD
    return Outcome.DECLINED if answered.declined else Outcome.ANSWERED


def say_helpful(public_id: UUID, *, helpful: bool, at: datetime) -> bool:
    """Note whether the answer helped; False where there is no such question of the last day."""
    fresh = Question.objects.filter(public_id=public_id, asked_at__gte=at - SAYS_WITHIN)
    return bool(fresh.update(helpful=helpful))


def sweep_questions(*, at: datetime) -> int:
    """Delete what was asked long ago; returns how many."""
    return delete_rows(over_questions(reach_of(Category.QUESTIONS, at=at)))
