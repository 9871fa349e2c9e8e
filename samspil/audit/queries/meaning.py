"""Tasks of the ready library for what a person types: by words, and by what it means once the
library was read."""

from functools import lru_cache
from pathlib import Path

import numpy as np
from django.conf import settings

from samspil.adapters import embedding
from samspil.core.audit.library import (
    LibraryTask,
    library_numbers,
    library_tasks_for,
    library_version,
    task_at,
)
from samspil.core.audit.meaning import BY_MEANING, BY_WORDS, Meanings, Small, joined, nearest
from samspil.core.embedding import Embedder, NoEmbedding

MOST_RANKED = 50
"""So far down each order is looked."""


def tasks_for(words: str, *, language: str, most: int) -> list[LibraryTask]:
    """Tasks for what was typed, the likeliest first; by words alone until the library was read."""
    name = embedding.name_for_learning()
    if not words.strip() or name is None or not meanings_file(name).exists():
        return library_tasks_for(words, language=language, most=most)
    chosen = embedding.for_learning()
    if chosen is None:
        return library_tasks_for(words, language=language, most=most)
    return tasks_by_both(words, language=language, most=most, embedder=chosen)


def tasks_by_both(
    words: str, *, language: str, most: int, embedder: Embedder
) -> list[LibraryTask]:  # fmt: skip
    """The same with this embedding, whose file is there; by words alone where it fails."""
    found = library_tasks_for(words, language=language, most=MOST_RANKED)
    meanings = _kept(meanings_file(embedder.name))
    try:
        wanted = embedder.embed([words])[0]
    except NoEmbedding:
        return found[:most]
    if len(wanted) != meanings.rows.shape[1]:
        return found[:most]
    near = nearest(meanings, wanted, most=MOST_RANKED)
    orders = ([one.number for one in found], near)
    both = joined(orders, weights=(BY_WORDS, BY_MEANING), most=most)
    return [task for one in both if (task := task_at(one)) is not None]


def lacks_meanings() -> bool:
    """Whether there is an embedding, and it has not read the library yet."""
    name = embedding.name_for_learning()
    return name is not None and not meanings_file(name).exists()


def meanings_file(name: str) -> Path:
    """Where the vectors of this embedding lie; another file for another library."""
    return library_folder() / f"{name}-{library_version()}.npy"


def library_folder() -> Path:
    """Where what was read of the library is kept."""
    return Path(settings.SAMSPIL_HOME) / "library"


@lru_cache(maxsize=1)
def _kept(path: Path) -> Meanings:
    """The vectors as they lie on the disk: read where they are compared, and not before."""
    rows: Small = np.load(path, mmap_mode="r", allow_pickle=False)
    return Meanings(numbers=np.array(library_numbers(), dtype=np.int32)[: len(rows)], rows=rows)
