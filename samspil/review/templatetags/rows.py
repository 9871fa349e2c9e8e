"""What each row of the queue says and leads to: `{% load rows %}`."""

from functools import cache
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils.translation import gettext

register = template.Library()


@register.filter
def case_address(public_id: UUID) -> str:
    """Where the case is: `reverse` for a whole list at once."""
    before, after = _around_id()
    return f"{before}{public_id}{after}"


@cache
def _around_id() -> tuple[str, str]:
    """What stands before and after the id in the address of a case."""
    before, _, after = reverse("review:case", args=[UUID(int=0)]).partition(str(UUID(int=0)))
    return before, after


@register.filter
def choosing(subject: str) -> str:
    """The name of the box that chooses a case."""
    return gettext("Choose “%(subject)s”") % {"subject": subject}
