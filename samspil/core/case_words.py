"""Everything a case is found by, as one row of words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from samspil.core.search_query import HEAD, Field, marked
from samspil.core.words import INNER, fold, kept

VERSION = 1
"""Changes whenever the same case would be kept under other words: then it is indexed anew."""
MOST = 40_000
"""Words kept of one case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """What is known of a case; `number` is empty where the sender gave none."""

    subject: str
    process: str = ""
    number: str = ""
    tags: Sequence[str] = ()
    senders: Sequence[str] = ()
    texts: Sequence[str] = ()


def words_of(case: Searchable) -> str:
    """The words a case is found by, each after one blank.

    A subject that is only the beginning of the text says nothing that the text does not.
    """
    own_subject = not any(_begins(text, case.subject) for text in case.texts[:1])
    heads = [case.subject] if own_subject else []
    head = list(chain.from_iterable(map(kept, (*heads, *case.senders, case.number, *case.tags))))
    fields = [
        *([marked(case.process, Field.PROCESS)] if case.process else []),
        *(marked(tag, Field.TAG) for tag in case.tags),
        *([marked(case.number, Field.NUMBER)] if case.number else []),
        *(marked(part, Field.FROM) for sender in case.senders for part in _parts(sender)),
    ]
    texts = chain.from_iterable(map(kept, case.texts))
    every = [*head, *dict.fromkeys(HEAD + word for word in head), *dict.fromkeys(fields), *texts]
    return "".join(f" {word}" for word in every[:MOST])


def _begins(text: str, subject: str) -> bool:
    return " ".join(text[: 2 * len(subject) + 2].split()).startswith(subject.rstrip("…"))


def _parts(sender: str) -> list[str]:
    """A sender is looked for by the whole address, or by any word of it."""
    return [sender, *INNER.findall(fold(sender))]
