"""Whether a language model may phrase an answer, and how protected what it would read is."""

from collections.abc import Sequence
from datetime import datetime

from samspil.core.gateway.allowing import Purpose
from samspil.core.masking import DataClass
from samspil.governance.queries import may_be_asked
from samspil.knowledge.models import Secrecy
from samspil.knowledge.queries.knowing import Answered, Quote

CLASS = {
    Secrecy.PUBLIC: DataClass.INTERNAL,
    Secrecy.INTERNAL: DataClass.INTERNAL,
    Secrecy.CONFIDENTIAL: DataClass.CONFIDENTIAL,
}
"""A colleague's question about a public document is internal still."""


def class_declared(quotes: Sequence[Quote]) -> DataClass:
    """The strictest class of the documents of these quotes, and at least internal."""
    order = list(DataClass)
    found = (CLASS[Secrecy(one.document.secrecy)] for one in quotes)
    return max(found, key=order.index, default=DataClass.INTERNAL)


def may_be_phrased(answer: Answered, *, at: datetime) -> bool:
    """Whether to offer a phrased answer beside these quotes, as far as one sees beforehand."""
    return bool(answer.quotes) and may_be_asked(
        Purpose.ANSWERS, class_declared(answer.quotes), at=at
    )
