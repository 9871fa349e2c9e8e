"""Say how protected a document is."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.gateway.classing import milder
from samspil.core.masking import DataClass
from samspil.core.roles import Action
from samspil.knowledge.access import check_may_keep
from samspil.knowledge.actions.changing import BadTerms
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.models import Document
from samspil.knowledge.queries.classes import class_found, class_of_document
from samspil.people.models import Colleague
from samspil.people.queries import check_may


@transaction.atomic
def set_class(
    document: Document, said: DataClass | None, *, why: str, by: Colleague, at: datetime
) -> None:
    """Say which kind of data a document is; None leaves it to what is found. Raises `BadTerms`.

    Whoever keeps documents may make it stricter. Milder takes a reason, and milder than what was
    found the right to say what may go to language models, else `NotAllowed`.
    """
    check_may_keep(by)
    here = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    found, before = class_found(here), class_of_document(here)
    now = said if said is not None else found
    if milder(now, found):
        check_may(by, Action.GOVERN_MODELS)
    if (milder(now, found) or milder(now, before)) and not why.strip():
        raise BadTerms(_("Say why it is milder than it was."))
    here.data_class, here.class_why = said.value if said is not None else "", why.strip()
    here.save(update_fields=["data_class", "class_why"])
    note_documents(
        [here], "document_class", by=by, at=at, before=before.value, now=now.value,
        found=found.value,
    )  # fmt: skip
