"""What colleagues put on cases, what they did to many at once, and how they list them."""

from samspil.review.models.batches import Batch, BatchCase, Progress
from samspil.review.models.lists import SavedFilter, TableChoice
from samspil.review.models.marks import CaseTag, Mention, Tag

__all__ = [
    "Batch",
    "BatchCase",
    "CaseTag",
    "Mention",
    "Progress",
    "SavedFilter",
    "TableChoice",
    "Tag",
]
