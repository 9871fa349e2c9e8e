"""What helps a process's skill to learn, besides the labelled examples themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from samspil.adapters import embedding
from samspil.core.embedding import Embedder
from samspil.core.topics import are_few
from samspil.work.models import Direction, Message, Process, Unlearned
from samspil.work.queries.processes import stopped

MOST_TEXTS = 8_000
"""More help hardly more, and the embedding reads some 40 in a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """The embedding, or None where learning goes by words alone; texts without a label."""

    embedder: Embedder | None
    unlabelled: tuple[str, ...] = ()


def aid_for(process: Process, labels: Sequence[str]) -> Aid:
    """What there is for these labels; nothing is read where AI is stopped."""
    if not are_few(labels) or stopped(process):
        return Aid(embedder=embedding.chosen())
    unlabelled = tuple(latest_texts(process))
    if not unlabelled:
        return Aid(embedder=embedding.chosen())
    return Aid(embedder=embedding.for_learning(), unlabelled=unlabelled)


def latest_texts(process: Process) -> list[str]:
    """What customers wrote last to the process, newest first, but for those who are forgotten."""
    forgotten = Exists(Unlearned.objects.filter(case=OuterRef("case")))
    incoming = Message.objects.filter(~forgotten, case__process=process, direction=Direction.IN)
    return list(incoming.order_by("-at", "-pk").values_list("text", flat=True)[:MOST_TEXTS])
