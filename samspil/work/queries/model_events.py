"""What is said of events about guidelines, language models and tools with AI in them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.governance.queries import class_name
from samspil.journal.models import Entry
from samspil.work.queries.event_kinds import Event, Names


def _model_changed(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if facts.get("other"):
        return gettext("A language model was changed for another: nothing may go there any more.")
    return gettext("A language model was described anew.")


def _tool_decided(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    said = {
        "asked": gettext("A tool waits for a word again."),
        "tested": gettext("A tool was tested."),
        "approved": gettext("A tool was approved."),
        "refused": gettext("A tool was refused."),
        "ended": gettext("A tool is no longer used."),
    }
    return said.get(str(facts.get("now")), gettext("A tool was decided about."))


def _allowance(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    said = {
        "block": gettext("Data of the class “%(kind)s” no longer goes to a language model."),
        "mask": gettext("Data of the class “%(kind)s” goes to a language model, names masked."),
        "allow": gettext("Data of the class “%(kind)s” goes to a language model as it is."),
    }
    words = said.get(str(facts.get("now")), gettext("What goes to a language model was changed."))
    return words % {"kind": class_name(str(facts.get("data_class", "")))}


def _published(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    if facts.get("matters"):
        said = gettext("Version %(number)s of a guideline holds. Everybody is asked to read it.")
    else:
        said = gettext("Version %(number)s of a guideline holds.")
    return said % {"number": facts.get("number", "")}


OF_MODELS: Mapping[str, Event] = {
    "guideline_written": Event(
        _("Guideline written"), "pencil", _("A draft of a guideline was kept.")
    ),
    "guideline_published": Event(_("Guideline published"), "book-open", _published),
    "guideline_withdrawn": Event(
        _("Guideline withdrawn"), "trash-2", _("A guideline holds no more.")
    ),
    "model_server_added": Event(
        _("Language model set up"),
        "monitor",
        _("A language model was set up. Nothing may go there yet."),
    ),
    "model_server_changed": Event(_("Language model changed"), "monitor", _model_changed),
    "tool_asked_for": Event(
        _("Tool asked for"), "plus", _("A colleague says that a tool is used, or wanted.")
    ),
    "tool_changed": Event(_("Tool described"), "pencil", _("A tool was described anew.")),
    "tool_decided": Event(_("Tool decided about"), "shield-check", _tool_decided),
    "model_server_removed": Event(
        _("Language model removed"),
        "trash-2",
        _("A language model was removed, and its key deleted."),
    ),
    "model_allowance_changed": Event(_("Allow-list changed"), "scale", _allowance),
}
