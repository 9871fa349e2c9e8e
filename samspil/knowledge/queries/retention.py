"""What of questions and documents is kept long enough."""

from django.db.models import QuerySet

from samspil.core.retention.periods import Reach
from samspil.knowledge.models import (
    Document,
    ErasedMail,
    Question,
    Source,
    SourceRun,
    StandardAnswer,
)


def over_questions(reach: Reach) -> QuerySet[Question]:
    """Questions that were asked long enough ago."""
    return Question.objects.filter(asked_at__lt=reach.before)


def over_documents(reach: Reach) -> QuerySet[Document]:
    """Documents that somebody removed long enough ago."""
    return Document.objects.filter(removed_at__lte=reach.before)


def over_sources(reach: Reach) -> QuerySet[Source]:
    """Sources that somebody removed long enough ago."""
    return Source.objects.filter(removed_at__lte=reach.before)


def over_standards(reach: Reach) -> QuerySet[StandardAnswer]:
    """Standard answers that somebody removed long enough ago."""
    return StandardAnswer.objects.filter(removed_at__lte=reach.before)


def over_rounds(reach: Reach) -> QuerySet[SourceRun]:
    """Rounds through sources that ended long enough ago."""
    return SourceRun.objects.filter(ended_at__lte=reach.before)


def over_erased_mails(reach: Reach) -> QuerySet[ErasedMail]:
    """Marks of mails that were erased long enough ago."""
    return ErasedMail.objects.filter(erased_at__lt=reach.before)
