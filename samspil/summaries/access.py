"""Who may have something summarised, and whose summaries one may see."""

from django.db.models import Q, QuerySet

from samspil.core.roles import Action
from samspil.knowledge.queries import visible_to as visible_documents
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.summaries.models import Summary


def check_may_summarise(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may have something summarised; else raises `NotAllowed`."""
    return check_may(colleague, Action.ASK)


def visible_to(colleague: Colleague) -> QuerySet[Summary]:
    """The summaries that the colleague may see: of documents they may see, and of their own files.

    None that are removed. Somebody who may see a document no more sees none of its summaries
    either.
    """
    return ever_visible_to(colleague).filter(removed_at__isnull=True)


def ever_visible_to(colleague: Colleague) -> QuerySet[Summary]:
    """As `visible_to`, with those that were removed and not deleted yet."""
    own = Q(document__isnull=True, ordered_by=colleague)
    return Summary.objects.filter(own | Q(document__in=visible_documents(colleague)))
