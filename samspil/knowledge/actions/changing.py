"""Say who may see a document, who answers for it, and until when somebody looks through it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.knowledge.access import check_may_keep
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.models import Document, Secrecy
from samspil.people.models import Colleague, Team
from samspil.work.queries import own_teams


class BadTerms(ValueError):
    """These terms do not go together; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who may see a document, who answers for it (None: whoever brings it), and its next review."""

    secrecy: Secrecy = Secrecy.INTERNAL
    team: Team | None = None
    owner: Colleague | None = None
    review_on: date | None = None


@transaction.atomic
def change_document(document: Document, *, terms: Terms, by: Colleague, at: datetime) -> None:
    """Give a document other terms; they hold for the next question. Raises `BadTerms`."""
    check_may_keep(by)
    check_terms(terms, by=by)
    Document.objects.filter(pk=document.pk).update(
        secrecy=terms.secrecy, team=terms.team, owner=terms.owner, review_on=terms.review_on
    )
    note_documents(
        [document], "document_terms", by=by, at=at, secrecy=terms.secrecy.value,
        team=str(terms.team.public_id) if terms.team else "",
    )  # fmt: skip


def check_terms(terms: Terms, *, by: Colleague | None) -> None:
    """Raise `BadTerms` where nobody, or everybody in spite of a team, could see the document.

    Nobody shuts themselves out: a team is one of their own, or another owner sees to it.
    """
    if terms.secrecy == Secrecy.CONFIDENTIAL and terms.team is None:
        raise BadTerms(_("Choose the team that a confidential document is for."))
    if terms.secrecy == Secrecy.PUBLIC and terms.team is not None:
        raise BadTerms(_("A document for everybody cannot be for one team: choose no team."))
    if terms.team is None or terms.owner is not None or by is None:
        return
    if terms.team.pk not in own_teams(by):
        raise BadTerms(_("You are not in this team: choose who answers for the document."))
