"""What is said of events about the rights of those concerned."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext
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


def _erased(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    n = int(facts.get("cases", 0))
    words = ngettext(
        "What was held of a person was erased: %(n)d case was emptied.",
        "What was held of a person was erased: %(n)d cases were emptied.",
        n,
    )
    return words % {"n": n}


def _reviewed(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    said = {
        "go_on": gettext("A use of AI was reviewed: it goes on."),
        "conditions": gettext("A use of AI was reviewed: it goes on, with conditions."),
        "pause": gettext("A use of AI was reviewed: it pauses."),
        "end": gettext("A use of AI was reviewed: it ends."),
    }
    return said.get(str(facts.get("conclusion")), gettext("A use of AI was reviewed."))


OF_RIGHTS: Mapping[str, Event] = {
    "contested": Event(
        _("Decision contested"), "scale", _("Whom it concerns disagreed: another person decides.")
    ),
    "decided_anew": Event(_("Decided anew"), "scale", _decided_anew),
    "use_reviewed": Event(_("Use of AI reviewed"), "check", _reviewed),
    "finding_done": Event(
        _("Finding done"), "check", _("What a review of a use of AI had found is done.")
    ),
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
    "erasure_asked": Event(
        _("Erasure asked for"), "trash-2", _("Somebody asked that what is held of them be erased.")
    ),
    "erasure_checked": Event(
        _("Erasure checked"),
        "shield-check",
        _("It was made sure that who asks to be erased is who they say."),
    ),
    "erasure_extended": Event(
        _("Erasure extended"), "clock", _("A request to erase a person takes two months longer.")
    ),
    "erasure_refused": Event(
        _("Erasure refused"), "ban", _("A request to erase a person was refused, with reasons.")
    ),
    "erasure_begun": Event(
        _("Erasure begun"), "trash-2", _("What is held of a person is being erased, for good.")
    ),
    "erased": Event(_("Person erased"), "trash-2", _erased),
    "access_answered": Event(
        _("Access answered"), "check", _("A request to see what is held was answered.")
    ),
    "paper_stated": Event(
        _("Said in a paper"), "pencil", _("Somebody said what a paper asked for, or took it back.")
    ),
    "paper_taken": Event(_("Paper taken out"), "download", _("A paper was taken out as a file.")),
    "paper_kept": Event(_("Paper kept"), "lock", _("A paper was kept as it stood.")),
}
