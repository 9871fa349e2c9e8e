"""Mark what AI writes, so that it can be recognised for good."""

from collections.abc import Sequence, Set
from datetime import datetime

from django.conf import settings
from django.db import transaction

from samspil.core.marking import fingerprints, selections
from samspil.governance.actions.asking import Told
from samspil.governance.models import Fingerprint
from samspil.tenancy.queries import current

LONGEST_VERSION = 40


@transaction.atomic
def mark(texts: Sequence[str], *, skill: str, version: str, at: datetime) -> None:
    """Remember that AI wrote these texts; knowing a sentence already changes nothing."""
    digests = {digest for text in texts for digest in fingerprints(text, key=settings.MARK_KEY)}
    _keep(digests, skill=skill, version=version, at=at)


def mark_told(texts: Sequence[str], told: Told, *, skill: str, at: datetime) -> None:
    """Remember that the language model that told this wrote these texts."""
    mark(texts, skill=skill, version=told.model[:LONGEST_VERSION], at=at)


@transaction.atomic
def mark_chosen(
    texts: Sequence[str], *, source: str, skill: str, version: str, at: datetime
) -> None:
    """Remember that AI put these texts together from sentences of `source`, which people wrote.

    What follows what is remembered, where it does not follow in the source too.
    """
    key = settings.MARK_KEY
    digests = {digest for text in texts for digest in selections(text, key=key)}
    _keep(digests - {*selections(source, key=key)}, skill=skill, version=version, at=at)


def _keep(digests: Set[str], *, skill: str, version: str, at: datetime) -> None:
    organisation = current()
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
    digests = [each(text, key=settings.MARK_KEY) for each in (fingerprints, selections)]
    ours = Fingerprint.objects.filter(digest__in=[*digests[0], *digests[1]], organisation=current())
    ours.filter(approved_at__isnull=True).update(approved_at=at)
    return ours.exists()
