"""The only door to an embedding: the one that is installed, or none."""

from samspil.adapters.embedding.choice import (
    chosen,
    for_learning,
    is_on,
    judge,
    name_for_learning,
    trouble,
)
from samspil.adapters.embedding.keeping import Shelf, keeping

__all__ = [
    "Shelf",
    "chosen",
    "for_learning",
    "is_on",
    "judge",
    "keeping",
    "name_for_learning",
    "trouble",
]
