"""What cannot be on a map, said to a person."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from samspil.core.process_maps.faults import Unfit


class Refused(ValueError):
    """It cannot be so; the message is fit to show. `field` is where it was typed, if anywhere."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.field = field


class Stale(Exception):
    """Somebody else changed it first; the message is fit to show."""


@contextmanager
def in_words() -> Iterator[None]:
    """Say what does not fit in the reader's language."""
    try:
        yield
    except Unfit as why:
        raise Refused(_(why.words).format(**why.figures), why.field) from None


def stale() -> Stale:
    """That somebody was first."""
    return Stale(_("Somebody else changed this meanwhile. Look at how it is now."))
