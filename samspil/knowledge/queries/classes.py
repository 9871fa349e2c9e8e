"""How protected a document is: by who may see it, by what was found in it, by what people said."""

from collections.abc import Iterable

from samspil.core.detecting import Kind, find
from samspil.core.gateway.classing import least_class, milder, stricter
from samspil.core.masking import DataClass
from samspil.knowledge.models import Document, Passage, Secrecy

CLASS = {
    Secrecy.PUBLIC: DataClass.INTERNAL,
    Secrecy.INTERNAL: DataClass.INTERNAL,
    Secrecy.CONFIDENTIAL: DataClass.CONFIDENTIAL,
}
"""A colleague's question about a public document is internal still."""


def class_of_document(document: Document) -> DataClass:
    """How protected a document is: as people said, or by who may see it, then at least internal.

    What single passages hold counts besides where they are used, unless `is_lowered`.
    """
    return DataClass(document.data_class) if document.data_class else _by_secrecy(document)


def found_in(document: Document) -> frozenset[Kind]:
    """What leads to a person in a document; looked for now, once, where it was read before that
    began."""
    if document.found is None:
        texts = Passage.objects.filter(document=document).values_list("text", flat=True)
        document.found = sorted(kinds_of(texts))
    return frozenset(Kind(one) for one in document.found)


def kinds_of(texts: Iterable[str]) -> frozenset[Kind]:
    """What leads to a person in these texts."""
    return frozenset(one.kind for text in texts for one in find(text))


def class_found(document: Document) -> DataClass:
    """The class it has by itself: by who may see it and what was found in it."""
    return stricter(_by_secrecy(document), least_class(found_in(document)))


def is_lowered(document: Document) -> bool:
    """Whether somebody with the right to said that what was found in it does not count."""
    return bool(document.data_class) and milder(
        DataClass(document.data_class), class_found(document)
    )


def _by_secrecy(document: Document) -> DataClass:
    return CLASS[Secrecy(document.secrecy)]
