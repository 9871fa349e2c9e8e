"""What is said of events about documents, their sources and questions."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samspil.work.queries.event_kinds import Event

OF_KNOWLEDGE: Mapping[str, Event] = {
    "document_added": Event(_("Document added"), "upload", _("A document was brought in.")),
    "document_changed": Event(
        _("Document changed"), "refresh-cw", _("A newer version took a document's place.")
    ),
    "document_read": Event(_("Document read"), "book-open", _("Answers can be taken from it.")),
    "document_unreadable": Event(
        _("Document not readable"), "circle-alert", _("A document could not be read.")
    ),
    "document_terms": Event(
        _("Document's terms changed"),
        "eye",
        _("Who may see a document, or who answers for it, was changed."),
    ),
    "document_class": Event(
        _("Kind of data changed"), "lock", _("Which kind of data a document is was changed.")
    ),
    "document_confirmed": Event(
        _("Document still right"), "check", _("Somebody looked through a document: it still holds.")
    ),
    "document_review_put_off": Event(
        _("Review put off"), "clock", _("Whoever answers for a document is asked in a month.")
    ),
    "document_removed": Event(
        _("Document removed"), "trash-2", _("A document was removed; it is deleted in a day.")
    ),
    "document_erased": Event(
        _("Mail erased"),
        "trash-2",
        _("A mail among the documents was erased: somebody asked."),
    ),
    "gap_request": Event(
        _("Gap to be closed"), "message-square", _("A colleague is asked to add what is missing.")
    ),
    "gap_request_done": Event(_("Gap closed"), "check", _("What was missing was added.")),
    "gap_request_withdrawn": Event(
        _("Gap left open"), "undo-2", _("Nobody is asked any more to add what is missing.")
    ),
    "gap_request_reopened": Event(
        _("Gap open again"), "undo-2", _("What was missing is still missing.")
    ),
    "knower_added": Event(
        _("Known by one more"), "user", _("A colleague says that they know a document.")
    ),
    "knower_removed": Event(
        _("Known by one less"), "user", _("A colleague says that they know a document no more.")
    ),
    "document_restored": Event(
        _("Document brought back"), "undo-2", _("A removed document came back.")
    ),
    "source_added": Event(_("Source added"), "plus", _("A source of documents was added.")),
    "source_changed": Event(_("Source changed"), "pencil", _("A source of documents was changed.")),
    "source_paused": Event(_("Source paused"), "clock", _("A source of documents was paused.")),
    "source_resumed": Event(
        _("Source resumed"), "play", _("A source of documents is looked through again.")
    ),
    "source_removed": Event(
        _("Source removed"), "trash-2", _("A source was removed with its documents.")
    ),
    "source_restored": Event(
        _("Source brought back"), "undo-2", _("A source came back with its documents.")
    ),
    "standard_made": Event(_("Standard answer made"), "plus", _("A standard answer was written.")),
    "standard_changed": Event(
        _("Standard answer changed"), "pencil", _("A standard answer was changed.")
    ),
    "standard_removed": Event(
        _("Standard answer removed"),
        "trash-2",
        _("A standard answer was removed; it is deleted in a day."),
    ),
    "standard_restored": Event(
        _("Standard answer brought back"), "undo-2", _("A removed standard answer came back.")
    ),
    "standard_alone_agreed": Event(
        _("Standard answer may go alone"),
        "check",
        _("A standard answer may be sent without a look, once people verified it often enough."),
    ),
    "standard_alone_ended": Event(
        _("Standard answer looked at again"),
        "undo-2",
        _("A person looks at a standard answer again before it is sent."),
    ),
    "reply_held_back": Event(
        _("Reply held back"),
        "octagon-x",
        _("A standard answer no longer held, so it was not sent: a person decides."),
    ),
    "question_sent_on": Event(
        _("Question sent on"), "forward", _("A colleague's question became a case.")
    ),
    "questions_go_to": Event(
        _("Questions go here"), "route", _("Colleagues' questions go to this process.")
    ),
    "agreed_to_be_named": Event(
        _("Agreed to be named"), "user", _("A colleague may be named for questions.")
    ),
    "named_no_more": Event(
        _("Named no more"), "user", _("A colleague is not named for questions any more.")
    ),
}


def sent_approved(facts: Mapping[str, Any]) -> str:
    """That AI sent a standard answer without a look; empty where it sent none."""
    if "verified" not in facts:
        return ""
    n = int(facts["verified"])
    words = ngettext(
        "It sent a standard answer that people had verified %(n)d time.",
        "It sent a standard answer that people had verified %(n)d times.",
        n,
    )
    return words % {"n": n}
