"""What is said of events about how long data is kept."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samspil.core.retention.categories import WORDS, Category
from samspil.journal.models import Entry
from samspil.work.queries.event_kinds import Event, Names


def _name(entry: Entry) -> str:
    known = entry.subject in list(Category)
    return gettext(WORDS[Category(entry.subject)]) if known else entry.subject


def _period(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    days = int(facts.get("days", 0))
    said = ngettext("%(what)s: kept for %(n)d day.", "%(what)s: kept for %(n)d days.", days)
    return said % {"what": _name(entry), "n": days}


def _usual(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    return gettext("%(what)s: kept as long as usual.") % {"what": _name(entry)}


def _agreed(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    said = gettext("%(what)s: may go when their time is over; %(n)d were due.")
    return said % {"what": _name(entry), "n": int(facts.get("due", 0))}


def _purged(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    many = sum(one for one in facts.values() if isinstance(one, int))
    said = ngettext("The time of %(n)d row was over.", "The time of %(n)d rows was over.", many)
    return said % {"n": many}


OF_RETENTION: Mapping[str, Event] = {
    "period_set": Event(_("Period set"), "clock", _period),
    "period_usual": Event(_("Period as usual again"), "clock", _usual),
    "purge_agreed": Event(_("Deletion agreed to"), "check", _agreed),
    "hold_put": Event(_("Hold put"), "lock", _("Something is held: nothing deletes it.")),
    "hold_kept": Event(
        _("Hold still needed"), "lock", _("Somebody looked at a hold: it is still needed.")
    ),
    "hold_ended": Event(_("Hold ended"), "check", _("Something is not held any more.")),
    "purged": Event(_("Deleted when its time was over"), "trash-2", _purged),
}
