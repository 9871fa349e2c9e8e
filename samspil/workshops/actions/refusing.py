"""What cannot be done, said to a person; and the workshop as it is now, kept from others."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from samspil.core.workshops.faults import Unfit
from samspil.core.workshops.phases import WORDS, Phase
from samspil.workshops.models import Workshop


class Refused(ValueError):
    """It cannot be done; the message is fit to show. `field` is where it was typed, if anywhere."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.field = field


@contextmanager
def in_words() -> Iterator[None]:
    """Say what does not fit in the reader's language."""
    try:
        yield
    except Unfit as why:
        raise Refused(_(why.words).format(**why.figures), why.field) from None


def locked(workshop: Workshop) -> Workshop:
    """The workshop as it is now, over or not, which nobody else changes meanwhile."""
    return Workshop.objects.select_for_update().get(pk=workshop.pk)


def held(workshop: Workshop, *phases: Phase) -> Workshop:
    """The workshop as it is now, which nobody else changes meanwhile.

    Raises `Refused` where it is over, or in none of these phases (of none: in any).
    """
    now = locked(workshop)
    if now.ended_at is not None:
        raise Refused(_("This workshop is over."))
    if phases and Phase(now.phase) not in phases:
        here = {"phase": _(WORDS[Phase(now.phase)])}
        raise Refused(_("The room has gone on to another phase: %(phase)s.") % here)
    return now
