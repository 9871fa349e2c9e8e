"""Workshops, by program: opened, joined, lived through, and landed."""

from ninja import Router

from samspil.workshops.api.proposals import router as proposals
from samspil.workshops.api.results import router as results
from samspil.workshops.api.rooms import router as rooms

router = Router()
router.add_router("", rooms)
router.add_router("", proposals)
router.add_router("", results)

__all__ = ["router"]
