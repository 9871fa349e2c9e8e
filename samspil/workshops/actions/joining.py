"""Come into the room with its code, and take a seat at a table of at most five."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.workshops.seating import MOST_AT_A_TABLE, Hat
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.workshops.access import check_may_lead, check_may_see
from samspil.workshops.actions.refusing import Refused, held
from samspil.workshops.actions.rooms import LONGEST_TABLE, MOST_TABLES
from samspil.workshops.models import Seat, Table, Workshop


@transaction.atomic
def join(workshop: Workshop, table: Table, *, hat: str = "", by: Colleague) -> Seat:
    """Take a seat, or change to this one. Whoever calls has asked for the code.

    Raises `Refused` where the workshop is over or the table full. The journal does not know of it.
    """
    check_may_see(by)
    now = held(workshop)
    others = Seat.objects.filter(table=table).exclude(colleague=by)
    if others.count() >= MOST_AT_A_TABLE:
        raise Refused(
            _("Five sit at this table already: choose another, or have one added."), "table"
        )
    seat, _new = Seat.objects.update_or_create(
        workshop=now, colleague=by,
        defaults={"table": table, "hat": hat if hat in set(Hat) else ""},
    )  # fmt: skip
    return seat


@transaction.atomic
def leave(seat: Seat) -> None:
    """Give up one's seat. What one proposed stays and is nobody's; a ballot stays too."""
    held(seat.workshop)
    seat.delete()


@transaction.atomic
def add_table(workshop: Workshop, name: str, *, by: Colleague, at: datetime) -> Table:
    """Put one more table into the room. Raises `Refused`."""
    check_may_lead(by)
    now, plain = held(workshop), " ".join(name.split())
    there = {one.casefold() for one in now.tables.values_list("name", flat=True)}
    if not plain or len(plain) > LONGEST_TABLE:
        raise Refused(_("The name of a table has at most 60 characters."), "name")
    if plain.casefold() in there or len(there) >= MOST_TABLES:
        raise Refused(_("There is a table of this name, or there are 40 already."), "name")
    made = Table.objects.create(workshop=now, name=plain)
    note("workshop_table_added", "workshop", now.public_id, by=by, at=at)
    return made
