"""Keep what was asked, without who asked, and what they said of the answer."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from samspil.core.knowledge.private import withheld
from samspil.governance.queries import intake
from samspil.knowledge.models import AskedIn, Outcome, Pointer, Question
from samspil.knowledge.queries import Answered
from samspil.skills.triage.language import language_of

KEPT = timedelta(days=365)
MOST_POINTERS = 5
SAYS_WITHIN = timedelta(days=1)
"""So long whoever asked can say whether the answer helped; `asked_at` is cut to the hour."""


@transaction.atomic
def keep_question(answered: Answered, *, asked_in: AskedIn, at: datetime) -> Question:
    """Keep a question and what came of it. Nobody's name goes with it, nor into the journal."""
    seen = intake(answered.question)
    why = withheld(seen.text, masked=bool(seen.masked))
    question = Question.objects.create(
        text="" if why else seen.text,
        withheld=why or "",
        language=language_of(seen.text) or "",
        asked_in=asked_in,
        outcome=_outcome(answered),
        reason=answered.declined or "",
        asked_at=at.replace(minute=0, second=0, microsecond=0),
    )
    named = (*answered.quotes, *answered.nearest)
    documents = list(dict.fromkeys(one.document.pk for one in named))[:MOST_POINTERS]
    Pointer.objects.bulk_create(
        Pointer(question=question, document_id=pk, place=place)
        for place, pk in enumerate(documents)
    )
    return question


def _outcome(answered: Answered) -> Outcome:
    if answered.standard:
        return Outcome.STANDARD
    return Outcome.DECLINED if answered.declined else Outcome.ANSWERED


def say_helpful(public_id: UUID, *, helpful: bool, at: datetime) -> bool:
    """Note whether the answer helped; False where there is no such question of the last day."""
    fresh = Question.objects.filter(public_id=public_id, asked_at__gte=at - SAYS_WITHIN)
    return bool(fresh.update(helpful=helpful))


def sweep_questions(*, at: datetime) -> int:
    """Delete what was asked a year ago; returns how many."""
    over = Question.objects.filter(asked_at__lt=at - KEPT)
    many = over.count()
    over.delete()
    return many
