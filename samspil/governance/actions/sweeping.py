"""Forget what language models were asked a year ago."""

from datetime import datetime, timedelta

from samspil.governance.models import ModelCall

SWEEP = "governance.sweep"
KEPT = timedelta(days=365)


def sweep_calls(*, at: datetime) -> int:
    """Delete the lines about calls of more than twelve months ago; returns how many."""
    return ModelCall.objects.filter(at__lt=at - KEPT).delete()[0]
