"""Workshops, who sits at which table, what is proposed, said and voted, and what came of it."""

from samspil.workshops.models.results import LONGEST_WHY, Landing, PlaceMove
from samspil.workshops.models.rooms import (
    LONGEST_NAME,
    LONGEST_QUESTION,
    Seat,
    Table,
    Workshop,
)
from samspil.workshops.models.saying import Ballot, Proposal, TableEstimate

__all__ = [
    "LONGEST_NAME",
    "LONGEST_QUESTION",
    "LONGEST_WHY",
    "Ballot",
    "Landing",
    "PlaceMove",
    "Proposal",
    "Seat",
    "Table",
    "TableEstimate",
    "Workshop",
]
