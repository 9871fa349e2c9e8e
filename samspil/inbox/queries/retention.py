"""Which reports on files that were brought in are kept long enough."""

from django.db.models import QuerySet

from samspil.core.retention.periods import Reach
from samspil.inbox.models import Import, Stage


def over_imports(reach: Reach) -> QuerySet[Import]:
    """Imports that ended long enough ago, with the faults they found."""
    return _not_held(Import.objects.filter(finished_at__lt=reach.before), reach)


def over_unstarted(reach: Reach) -> QuerySet[Import]:
    """Files that somebody looked at and never brought in."""
    looked = Import.objects.filter(stage=Stage.UPLOADED, uploaded_at__lt=reach.before)
    return _not_held(looked, reach)


def _not_held(imports: QuerySet[Import], reach: Reach) -> QuerySet[Import]:
    held = reach.holds.processes
    return imports.exclude(process__public_id__in=held) if held else imports
