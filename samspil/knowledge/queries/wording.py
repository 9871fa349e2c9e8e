"""What is said of documents, in the reader's language."""

from django.utils.translation import gettext

from samspil.adapters.reading import Left, Remark, Trouble, UnreadableDocument
from samspil.core.knowledge.sources import WORDS, Mishap
from samspil.knowledge.models import Document, SourceItem, SourceRun


def trouble_of(document: Document) -> str:
    """Why it could not be read; empty where it could."""
    if not document.trouble:
        return ""
    return str(UnreadableDocument(Trouble(document.trouble), **document.trouble_facts))


def warnings_of(document: Document) -> list[str]:
    """What was left out of it."""
    return [str(Remark(left=Left(left), values=values)) for left, values in document.warnings]


def fault_of(found: SourceItem | SourceRun) -> str:
    """Why a source, or one thing in it, was not read; empty where it was."""
    if not found.trouble:
        return ""
    return gettext(WORDS[Mishap(found.trouble)]).format(**found.trouble_facts)
