"""Initiatives, their gates and plan by program; accepting a task, taking over a change of it."""

from ninja import Router

from samspil.pipeline.api.accepting import router as accepting
from samspil.pipeline.api.initiatives import router as initiatives
from samspil.pipeline.api.ninety import router as ninety
from samspil.pipeline.api.taking_over import router as taking_over

router = Router()
router.add_router("", accepting)
router.add_router("", ninety)
router.add_router("", initiatives)
router.add_router("", taking_over)

__all__ = ["router"]
