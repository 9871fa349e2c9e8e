"""What is said of events about the rights of those concerned."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.journal.models import Entry
from samspil.work.models import Cause
from samspil.work.queries.event_kinds import Event, Names


def _decided_anew(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if facts.get("outcome") == "upheld":
        return gettext("Another person decided anew: the decision stands.")
    return gettext("Another person decided anew: the decision is changed.")


def _case_emptied(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if facts.get("why") == Cause.ASKED:
        return gettext("What was written here was erased, since a person asked for it.")
    return gettext("What was written here was erased, since its time was over.")


OF_RIGHTS: Mapping[str, Event] = {
    "contested": Event(
        _("Decision contested"), "scale", _("Whom it concerns disagreed: another person decides.")
    ),
    "decided_anew": Event(_("Decided anew"), "scale", _decided_anew),
    "case_emptied": Event(_("Case emptied"), "trash-2", _case_emptied),
    "access_asked": Event(
        _("Access asked for"), "shield-check", _("Somebody asked what is held of them.")
    ),
    "access_pack_made": Event(
        _("Pack of a person made"), "shield-check", _("What is held of a person was gathered.")
    ),
    "access_pack_fetched": Event(
        _("Pack of a person fetched"), "download", _("What is held of a person was fetched.")
    ),
    "access_answered": Event(
        _("Access answered"), "check", _("A request to see what is held was answered.")
    ),
}
