"""What is said of documents, in the reader's language."""

from samspil.adapters.reading import Left, Remark, Trouble, UnreadableDocument
from samspil.knowledge.models import Document


def trouble_of(document: Document) -> str:
    """Why it could not be read; empty where it could."""
    if not document.trouble:
        return ""
    return str(UnreadableDocument(Trouble(document.trouble), **document.trouble_facts))


def warnings_of(document: Document) -> list[str]:
    """What was left out of it."""
    return [str(Remark(left=Left(left), values=values)) for left, values in document.warnings]
