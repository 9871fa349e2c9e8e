"""What of AI's teaching is kept long enough."""

from django.db.models import Q, QuerySet

from samspil.core.retention.periods import Reach
from samspil.teaching.models import Example, Lesson, Stage
from samspil.teaching.queries.forgetting import traces_of
from samspil.work.queries.retention import not_held, not_in_held


def over_examples(reach: Reach) -> QuerySet[Example]:
    """Examples that were added long enough ago and nobody removed."""
    ended = Example.objects.filter(added_at__lte=reach.before, removed_at__isnull=True)
    return _not_held(ended, reach)


def over_removed_examples(reach: Reach) -> QuerySet[Example]:
    """Examples that somebody removed long enough ago."""
    return _not_held(Example.objects.filter(removed_at__lte=reach.before), reach)


def over_looks(reach: Reach) -> QuerySet[Lesson]:
    """Files of examples that somebody looked at and never started to teach."""
    looked = Lesson.objects.filter(stage=Stage.LOOKED, looked_at__lt=reach.before)
    return not_in_held(looked, reach.holds)


def _not_held(examples: QuerySet[Example], reach: Reach) -> QuerySet[Example]:
    """Without those of a held case or process, and what a held person wrote, from wherever."""
    holds = reach.holds
    if not holds.of_cases:
        return examples
    theirs = [
        pk
        for address in sorted(holds.people)
        for process in traces_of(address).processes
        for pk in process.examples
    ]
    held = Q(process__public_id__in=holds.processes) | Q(pk__in=theirs)
    return not_held(examples, holds).exclude(held)
