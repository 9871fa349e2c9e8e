"""Mark what AI writes, so that it can be recognised for good."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction

from samspil.core.marking import fingerprints
from samspil.governance.models import Fingerprint
from samspil.tenancy.queries import current


@transaction.atomic
def mark(texts: Sequence[str], *, skill: str, version: str, at: datetime) -> None:
    """Remember that AI wrote these texts; knowing a sentence already changes nothing."""
    organisation = current()
    digests = {digest for text in texts for digest in fingerprints(text, key=settings.MARK_KEY)}
    Fingerprint.objects.bulk_create(
        (
            Fingerprint(
                organisation=organisation, digest=digest, skill=skill, version=version, made_at=at
            )
            for digest in sorted(digests)
        ),
        ignore_conflicts=True,
        batch_size=500,
    )


@transaction.atomic
def approve_mark(text: str, *, at: datetime) -> bool:
    """Note that a person approved this text; True if any of its sentences is AI's."""
    digests = fingerprints(text, key=settings.MARK_KEY)
    ours = Fingerprint.objects.filter(digest__in=digests, organisation=current())
    ours.filter(approved_at__isnull=True).update(approved_at=at)
    return ours.exists()
