"""What the searches of the bench find: ours, and BM25 as a library has it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import bm25s  # type: ignore[import-untyped]  # it has no types
import numpy as np
import Stemmer

from bench.handbooks import SETS, Asked, Place, documents, entries
from bench.vectors import shelf
from samspil.adapters.embedding.e5 import E5
from samspil.core.embedding import Vectors
from samspil.core.knowledge.index import Entry, Index, part_of
from samspil.core.knowledge.signs import Evidence
from samspil.core.words import LANGUAGES

Search = Callable[[Asked], list[Place]]
LOOKED_AT = 60


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Library:
    """Handbooks with their indexes, and the vectors of questions."""

    indexes: Mapping[str, Index]
    passages: Mapping[str, list[tuple[Place, Entry]]]
    vectors: Mapping[str, Vectors]
    embedder: str

    def found(self, asked: Asked, *, limit: int = LOOKED_AT) -> list[Evidence]:
        """What the search gives for a question, the best first."""
        hits = self.indexes[asked.handbook].search(
            asked.text, vector=self.vectors.get(asked.text), embedder=self.embedder, limit=limit
        )
        read = [(hit, self.passages[hit.part.key][hit.passage][1]) for hit in hits]
        return [Evidence(hit=hit, text=each.text, headings=each.headings) for hit, each in read]

    def sections(self, asked: Asked) -> list[Place]:
        """The sections found, the best first."""
        found = self.found(asked)
        return unique(self.place(each) for each in found)

    def place(self, evidence: Evidence) -> Place:
        """The section a passage is from."""
        return self.passages[evidence.hit.part.key][evidence.hit.passage][0]


def library(handbooks: Iterable[str], asked: Iterable[Asked], embedder: E5 | None) -> Library:
    """Read handbooks and questions, with their meaning where there is an embedder."""
    indexes, passages = {}, {}
    for handbook in handbooks:
        parts = []
        for document in documents(handbook):
            found = list(entries(document))
            passages[document.name] = found
            part = part_of(
                (each for _, each in found), language=document.language, key=document.name
            )
            parts.append(part)
        if embedder is not None:
            texts = [each.meaning for part in parts for _, each in passages[part.key]]
            rows = shelf(embedder, texts).embed(texts)
            ends = np.cumsum([len(part) for part in parts])
            cut = np.split(rows, ends[:-1])
            parts = [
                part.with_vectors(each, embedder=embedder.name)
                for part, each in zip(parts, cut, strict=True)
            ]
        indexes[handbook] = Index.of(parts)
    texts = [each.text for each in asked]
    vectors = {}
    if embedder is not None:
        vectors = dict(zip(texts, shelf(embedder, texts).embed(texts), strict=True))
    return Library(
        indexes=indexes,
        passages=passages,
        vectors=vectors,
        embedder="" if embedder is None else embedder.name,
    )


def bm25(shelves: Library) -> Search:
    """BM25 of bm25s on the same passages, with stop words and a stemmer of their language."""
    made = {handbook: _bm25(handbook, shelves) for handbook in shelves.indexes}
    return lambda asked: made[asked.handbook](asked.text)


def _bm25(handbook: str, shelves: Library) -> Callable[[str], list[Place]]:
    found = [
        each
        for name, kept in shelves.passages.items()
        if name.startswith(handbook)
        for each in kept
    ]
    stemmer = Stemmer.Stemmer(LANGUAGES[SETS[handbook]])

    def cut(texts: list[str]) -> object:
        return bm25s.tokenize(texts, stopwords=SETS[handbook], stemmer=stemmer, show_progress=False)

    index = bm25s.BM25()
    index.index(
        cut(["\n".join((*each.headings, each.text)) for _, each in found]), show_progress=False
    )

    def search(text: str) -> list[Place]:
        many = min(LOOKED_AT, len(found))
        places, scores = index.retrieve(cut([text]), k=many, show_progress=False)
        return unique(
            found[place][0] for place, score in zip(places[0], scores[0], strict=True) if score > 0
        )

    return search


def unique(places: Iterable[Place]) -> list[Place]:
    """Each once, in their order."""
    return list(dict.fromkeys(places))


def rank(asked: Asked, places: list[Place]) -> int | None:
    """The place, from 0, of the first section that answers; None where none was found."""
    return next((at for at, place in enumerate(places) if place in asked.answers), None)
