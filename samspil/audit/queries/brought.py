"""Tables of many people's answers: how one is read, and which were brought into a round."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from samspil.adapters.tables import UnreadableTable, read_table
from samspil.audit.models import Audit, Bringing, Sheet
from samspil.audit.queries.tables import words_of_table
from samspil.core.audit.many import Rows, read_many
from samspil.core.audit.table import BadTable
from samspil.core.retention.holds import same_person
from samspil.people.models import Colleague, Team
from samspil.web.table_form import UnfitTable


def read_table_of_many(stream: BinaryIO) -> Rows:
    """A file as rows of many people, with what is wrong in each other one. Raises `UnfitTable`."""
    try:
        return rows_of_many(read_table(stream))
    except UnreadableTable as why:
        raise UnfitTable(str(why)) from None


def rows_of_many(table: Iterable[Sequence[str]]) -> Rows:
    """The same of cells, header first."""
    try:
        return read_many(table)
    except BadTable as why:
        raise UnfitTable(words_of_table(why)) from None


def mark_of(audit: Audit, address: str) -> str:
    """What tells in this round that two answers are of one address: a digest, and no address."""
    said = f"audit {audit.public_id} {same_person(address)}"
    return hmac.new(settings.FILES_KEY, said.encode(), hashlib.sha256).hexdigest()


def teams_asked(audit: Audit) -> list[Team]:
    """The teams a round asks, by name: all that are not closed where it asks everybody."""
    asked = list(audit.teams.order_by("name"))
    return asked or list(Team.objects.filter(closed_at=None).order_by("name"))


def brought_before(audit: Audit, addresses: Iterable[str]) -> frozenset[str]:
    """Those of the addresses whose answers a table brought into the round already."""
    there = set(Sheet.objects.filter(audit=audit).exclude(mark="").values_list("mark", flat=True))
    return frozenset(one for one in addresses if one and mark_of(audit, one) in there)


def bringings_of(audit: Audit) -> QuerySet[Bringing]:
    """The tables that were brought into a round, newest first, with who did."""
    return audit.bringings.select_related("by").order_by("-pk")


def bringing_at(audit: Audit, public_id: UUID) -> Bringing:
    """One of them; raises `Bringing.DoesNotExist`."""
    return bringings_of(audit).get(public_id=public_id)


def is_brought(audit: Audit, *, of: Colleague) -> bool:
    """Whether a table holds answers of this person, as far as an address told."""
    if of.user is None:
        return False
    return Sheet.objects.filter(audit=audit, mark=mark_of(audit, of.user.email)).exists()


def marks_of(address: str) -> list[str]:
    """The marks that this address has in rounds that hold answers from tables."""
    running = Audit.objects.filter(settled_at=None, bringings__isnull=False).distinct()
    return [mark_of(one, address) for one in running]


def doubles_in(audit: Audit) -> QuerySet[Sheet]:
    """Answers from tables of those who handed in their own sheet: theirs count instead."""
    brought = Sheet.objects.filter(audit=audit, bringing__isnull=False)
    if not brought.exclude(mark="").exists():
        return brought.none()
    own = Sheet.objects.filter(
        audit=audit, handed_in_at__isnull=False, colleague__user__isnull=False
    )
    addresses = own.values_list("colleague__user__email", flat=True)
    return brought.filter(mark__in=[mark_of(audit, one) for one in addresses if one])
