"""Who may ask, which documents they may see, and who may change them."""

from django.db.models import Q, QuerySet

from samspil.core.roles import Action
from samspil.knowledge.models import Document
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do, team_ids


def check_may_ask(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may ask and read what they may see; else raises `NotAllowed`."""
    return check_may(colleague, Action.ASK)


def check_may_keep(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may bring in, change and remove documents; else `NotAllowed`."""
    return check_may(colleague, Action.KEEP_DOCUMENTS)


def may_keep(colleague: Colleague | None) -> bool:
    """Whether `check_may_keep` would let this colleague pass."""
    return may_do(colleague, Action.KEEP_DOCUMENTS)


def visible_to(colleague: Colleague) -> QuerySet[Document]:
    """The documents that the colleague may see, whatever their state; none that are removed.

    Those of a team are for its members and the document's owner, whoever else may keep documents.
    """
    return ever_visible_to(colleague).filter(removed_at__isnull=True)


def ever_visible_to(colleague: Colleague) -> QuerySet[Document]:
    """As `visible_to`, with those that were removed and not deleted yet."""
    own = Q(owner=colleague) | Q(team__in=team_ids(colleague)) | Q(team__isnull=True)
    return Document.objects.filter(own)
