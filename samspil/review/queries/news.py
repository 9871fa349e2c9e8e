"""Whether what a reader has before them is still so."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from samspil.journal.queries import about
from samspil.people.models import Colleague
from samspil.work.models import Case

MARK = 12


def mark_of(cases: Sequence[Case]) -> str:
    """Twelve characters that differ when the list shows other cases, or the same in other hands."""
    seen = ";".join(f"{case.pk}:{case.stage}:{case.round}:{case.claimed_by_id}" for case in cases)
    return hashlib.sha256(seen.encode()).hexdigest()[:MARK]


def touched_by_others(case: Case, *, since: datetime, reader: Colleague) -> bool:
    """Whether anybody but the reader did something to the case after this time."""
    others = about(str(case.public_id)).exclude(actor=str(reader.public_id))
    return others.filter(at__gt=since).exists()
