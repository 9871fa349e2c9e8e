"""What colleagues have been told and have not seen yet."""

from django.db.models import QuerySet

from samspil.core.lifecycle import Stage
from samspil.people.models import Colleague
from samspil.work.models import Notice


def unseen(colleague: Colleague) -> QuerySet[Notice]:
    """What this colleague was told and has not seen, newest first; closed cases need nobody."""
    fresh = Notice.objects.filter(colleague=colleague, seen_at__isnull=True)
    return fresh.exclude(case__stage=Stage.CLOSED).select_related("case").order_by("-at", "-pk")
