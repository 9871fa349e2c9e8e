"""Who may ask, which documents they may see, and who may change them."""

from enum import Enum

from django.db.models import Q, QuerySet

from samspil.core.ai_act.built import Built
from samspil.core.roles import Action
from samspil.knowledge.models import Document, Secrecy, Source, StandardAnswer
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do
from samspil.uses.queries import check_may_begin
from samspil.work.queries import own_teams


class Stranger(Enum):
    """Whoever asks on a public page without an account: public documents, and nothing else."""

    ANYBODY = "anybody"


Reader = Colleague | Stranger


def check_may_ask(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may ask and read what they may see; else raises `NotAllowed`."""
    return check_may(colleague, Action.ASK)


def check_may_be_answered(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may ask and AI may answer from documents; else `NotAllowed`."""
    asks = check_may_ask(colleague)
    check_may_begin(Built.ANSWERS)
    return asks


def check_may_keep(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may bring in, change and remove documents; else `NotAllowed`."""
    return check_may(colleague, Action.KEEP_DOCUMENTS)


def may_keep(colleague: Colleague | None) -> bool:
    """Whether `check_may_keep` would let this colleague pass."""
    return may_do(colleague, Action.KEEP_DOCUMENTS)


def check_may_review(document: Document, colleague: Colleague) -> None:
    """Raise `NotAllowed` unless the colleague answers for the document or may keep documents."""
    if document.owner_id != colleague.pk:
        check_may_keep(colleague)


def may_review(document: Document, colleague: Colleague) -> bool:
    """Whether `check_may_review` would let this colleague pass."""
    return document.owner_id == colleague.pk or may_keep(colleague)


def visible_to(reader: Reader) -> QuerySet[Document]:
    """The documents that the reader may see, whatever their state; none that are removed.

    Those of a team are for its members and the document's owner, whoever else may keep documents.
    """
    if isinstance(reader, Stranger):
        return Document.objects.filter(secrecy=Secrecy.PUBLIC, removed_at__isnull=True)
    return ever_visible_to(reader).filter(removed_at__isnull=True)


def ever_visible_to(colleague: Colleague) -> QuerySet[Document]:
    """As `visible_to` for a colleague, with those that were removed and not deleted yet."""
    own = Q(owner=colleague) | Q(team__in=own_teams(colleague)) | Q(team__isnull=True)
    return Document.objects.filter(own)


def sources_visible_to(colleague: Colleague) -> QuerySet[Source]:
    """The sources that the colleague may see, those removed within the day too: as documents are.

    Names of a team's documents are in them, so they are for the team and the source's owner.
    """
    own = Q(owner=colleague) | Q(team__in=own_teams(colleague)) | Q(team__isnull=True)
    return Source.objects.filter(own)


def check_may_keep_standard(colleague: Colleague | None, answer: StandardAnswer) -> Colleague:
    """The colleague, if they may change this standard answer: its owner may; else `NotAllowed`."""
    asks = check_may_ask(colleague)
    return asks if answer.owner_id == asks.pk else check_may_keep(asks)


def may_keep_standard(colleague: Colleague | None, answer: StandardAnswer) -> bool:
    """Whether `check_may_keep_standard` would let this colleague pass."""
    owns = colleague is not None and answer.owner_id == colleague.pk
    return may_do(colleague, Action.ASK) if owns else may_keep(colleague)


def check_may_agree(colleague: Colleague | None, answer: StandardAnswer) -> Colleague:
    """The colleague, if they may let this answer be sent without a look: its owner, or whoever
    leads, which is to keep documents and to change processes; else `NotAllowed`."""
    keeps = check_may_keep_standard(colleague, answer)
    return keeps if answer.owner_id == keeps.pk else check_may(keeps, Action.CHANGE_PROCESSES)


def may_agree(colleague: Colleague | None, answer: StandardAnswer) -> bool:
    """Whether `check_may_agree` would let this colleague pass."""
    owns = colleague is not None and answer.owner_id == colleague.pk
    leads = may_do(colleague, Action.CHANGE_PROCESSES)
    return may_keep_standard(colleague, answer) and (owns or leads)


def standards_for(reader: Reader, *, removed: bool = False) -> QuerySet[StandardAnswer]:
    """The standard answers that the reader may see, or those of them that were removed."""
    if isinstance(reader, Stranger):
        seen = Q(secrecy=Secrecy.PUBLIC)
    else:
        seen = Q(owner=reader) | Q(team__in=own_teams(reader)) | Q(team__isnull=True)
    return StandardAnswer.objects.filter(seen, removed_at__isnull=not removed)
