"""Whether a language model may phrase an answer, from what, and how protected that is."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core import signing
from django.db.models import Q

from samspil.core.embedding import text_key
from samspil.core.gateway.allowing import Purpose
from samspil.core.gateway.classing import class_of, stricter
from samspil.core.masking import DataClass
from samspil.governance.queries import may_be_asked
from samspil.knowledge.access import Reader, visible_to
from samspil.knowledge.models import Passage
from samspil.knowledge.queries.classes import class_of_document, is_lowered
from samspil.knowledge.queries.knowing import Answered, Quote, in_one_language, whole

TICKET, HOLDS = "knowledge.phrasing", timedelta(hours=1)


def class_asked(question: str, quotes: Sequence[Quote], *, names: Sequence[str]) -> DataClass:
    """How protected a question and these passages are together.

    Passages of a document that was lowered are not looked through: somebody answers for that.
    """
    documents = {one.document.pk: one.document for one in quotes}
    lowered = {pk for pk, document in documents.items() if is_lowered(document)}
    texts = [one.passage.text for one in quotes if one.document.pk not in lowered]
    return class_of(question, texts, declared=_class_declared(quotes), names=names)


def may_be_phrased(answer: Answered, *, at: datetime) -> bool:
    """Whether to offer a phrased answer beside these quotes, as far as one sees beforehand."""
    return bool(answer.quotes) and may_be_asked(
        Purpose.ANSWERS, _class_declared(answer.quotes), at=at
    )


def ticket_of(answer: Answered) -> str:
    """What leads back to the passages of an answer, so that they are not searched again."""
    places = [[str(one.document.public_id), one.passage.number] for one in answer.passages]
    return signing.dumps([text_key(answer.question), places], salt=TICKET)


def passages_with(ticket: str, *, question: str, reader: Reader) -> list[Quote] | None:
    """The passages to which a ticket leads, as far as the reader may see them now.

    None where it is not for this question, was made elsewhere or more than an hour ago.
    """
    try:
        key, places = signing.loads(ticket, salt=TICKET, max_age=HOLDS)
    except signing.BadSignature:
        return None
    if key != text_key(question):
        return None
    wanted = Q(pk__in=[])
    for document, number in places:
        wanted |= Q(document__public_id=document, number=number)
    rows = Passage.objects.filter(wanted, document__in=visible_to(reader))
    known = {
        (str(row.document.public_id), row.number): row
        for row in rows.select_related("document__owner")
    }
    found = (known.get((document, number)) for document, number in places)
    return in_one_language([whole(row) for row in found if row is not None])


def _class_declared(quotes: Sequence[Quote]) -> DataClass:
    """The strictest class of the documents of these quotes; what a colleague asks is internal."""
    return stricter(DataClass.INTERNAL, *(class_of_document(one.document) for one in quotes))
