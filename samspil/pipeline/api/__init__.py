"""Initiatives, their gates and their plan by program, and accepting a task into one."""

from ninja import Router

from samspil.pipeline.api.accepting import router as accepting
from samspil.pipeline.api.initiatives import router as initiatives
from samspil.pipeline.api.ninety import router as ninety

router = Router()
router.add_router("", accepting)
router.add_router("", ninety)
router.add_router("", initiatives)

__all__ = ["router"]
