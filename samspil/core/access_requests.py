"""When somebody who asks what is held of them has to be answered."""

from datetime import date

from samspil.core.months import months_after
from samspil.core.retention.categories import Category
from samspil.core.retention.rules import fixed

KEPT = fixed(Category.PACKS)
"""How long a pack can be fetched; then it is deleted, and made anew if needed."""


def due_on(received: date) -> date:
    """A month later, on the same day of the month, or its last (GDPR, article 12(3))."""
    return months_after(received, 1)


def extended_to(received: date) -> date:
    """Two months more, for a request that is hard; they are told why within the first month."""
    return months_after(received, 3)


def may_extend(received: date, *, on: date) -> bool:
    """Whether there is still time to tell them that it takes longer (GDPR, article 12(3))."""
    return on <= due_on(received)
