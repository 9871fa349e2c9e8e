"""Reasons in the reader's language."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspil.core.allocation.reasons import Reason


def worded(reason: Reason) -> str:
    """A reason in the reader's language."""
    figures = {
        name: value if isinstance(value, str) else str(number_format(value, use_l10n=True))
        for name, value in reason.figures.items()
    }
    return _(reason.words).format(**figures)
