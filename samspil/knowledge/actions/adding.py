"""Bring documents in: first the file, then its row, then somebody reads it in the background."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.knowledge.access import check_may_keep
from samspil.knowledge.actions.changing import Terms, check_terms
from samspil.knowledge.actions.mails import note_parties
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.models import Document, State
from samspil.knowledge.queries.files import store
from samspil.knowledge.queries.mails import is_mail, was_erased
from samspil.people.models import Colleague
from samspil.tenancy.queries import current

READ = "knowledge.read"
LAST = 50
"""The priority of reading: whatever moves a case goes first."""
AT_ONCE = 5
"""Documents in one job: a long one keeps few others waiting."""
MEGABYTE = 1024**2
LONGEST_NAME = 200
ENDINGS = (".pdf", ".docx", ".pptx", ".xlsx", ".html", ".htm", ".md", ".txt", ".eml")
"""How files are called that are offered to be brought in; what else can be read is read too."""


class RefusedDocument(ValueError):
    """This document is not taken; the message is fit to show."""


class Taken(StrEnum):
    """What became of a document: new, in place of an older one of its name, or known already."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A document as it is brought: its name (a path within its folder, if any) and its bytes."""

    name: str
    content: bytes


def add_documents(
    given: Sequence[Given], *, terms: Terms, by: Colleague | None, at: datetime
) -> list[tuple[Document, Taken]]:
    """Keep these documents and have them read; one that has not changed is left as it is.

    A new version takes the place of the document of the same name and keeps its terms: who may see
    it, who answers for it. `by` is None on the command line. Raises `RefusedDocument` before
    anything is kept, and `BadTerms`.
    """
    if by is not None:
        check_may_keep(by)
    check_terms(terms, by=by)
    for one in given:
        check_given(one)
    return list(_kept(given, terms=terms, by=by, at=at))


def check_given(given: Given) -> None:
    """Raise `RefusedDocument` where it has no sound name, is empty, or is too large to be read."""
    name = given.name[:60]
    if not plain_name(given.name) or len(given.name) > LONGEST_NAME:
        raise RefusedDocument(
            _("“%(name)s” needs a name of at most 200 characters.") % {"name": name}
        )
    if not given.content:
        raise RefusedDocument(_("“%(name)s” is empty.") % {"name": name})
    if len(given.content) > int(settings.MOST_DOCUMENT_MB) * MEGABYTE:
        raise RefusedDocument(
            _("“%(name)s” is larger than %(most)d megabytes.")
            % {"name": name, "most": settings.MOST_DOCUMENT_MB}
        )
    if is_mail(given.name) and was_erased(given.content):
        raise RefusedDocument(
            _("“%(name)s” was erased since a person asked for it, and is not taken in again.")
            % {"name": name}
        )


def _kept(
    given: Sequence[Given], *, terms: Terms, by: Colleague | None, at: datetime
) -> Iterator[tuple[Document, Taken]]:
    kept = store()
    for start in range(0, len(given), AT_ONCE):
        some = {plain_name(one.name): one for one in given[start : start + AT_ONCE]}
        digests = {name: kept.put(one.content) for name, one in some.items()}
        with transaction.atomic():
            found = _written(some, digests, terms=terms, by=by, at=at)
            fresh = [one.pk for one, taken in found if taken is not Taken.KNOWN]
            if fresh:
                enqueue(
                    READ,
                    {"organisation": str(current().public_id), "documents": fresh},
                    priority=LAST,
                )
        yield from found


def _written(
    given: dict[str, Given],
    digests: dict[str, str],
    *,
    terms: Terms,
    by: Colleague | None,
    at: datetime,
) -> list[tuple[Document, Taken]]:
    here = {
        one.name: one for one in Document.objects.select_for_update().filter(name__in=list(given))
    }
    found, fresh = [], []
    for name, one in given.items():
        before = here.get(name)
        if before and before.digest == digests[name] and before.removed_at is None:
            found.append((before, Taken.KNOWN))
            continue
        made = before or Document(
            name=name, secrecy=terms.secrecy, team=terms.team, owner=terms.owner or by,
            review_on=terms.review_on,
        )  # fmt: skip
        made.digest, made.size = digests[name], len(one.content)
        made.state, made.trouble, made.trouble_facts, made.warnings = State.WAITING, "", {}, []
        made.added_by, made.added_at, made.removed_at = by, at, None
        made.save()
        found.append((made, Taken.CHANGED if before else Taken.NEW))
        fresh.append((made, one.content))
    note_parties(fresh)
    for taken, event in ((Taken.NEW, "document_added"), (Taken.CHANGED, "document_changed")):
        note_documents([one for one, what in found if what is taken], event, by=by, at=at)
    return found


def plain_name(name: str) -> str:
    """A document's name on one line, without what cannot be seen."""
    return " ".join("".join(sign for sign in name if sign.isprintable()).split())
