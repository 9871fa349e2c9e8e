"""Ask, and see to the documents that answers are taken from."""

from samspil.knowledge.views.asking import ask, helpful
from samspil.knowledge.views.bringing import add
from samspil.knowledge.views.documents import change, document, documents, file, remove, restore

__all__ = ["add", "ask", "change", "document", "documents", "file", "helpful", "remove", "restore"]
