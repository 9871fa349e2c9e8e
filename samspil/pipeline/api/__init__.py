"""Initiatives and their gates by program, and accepting a task into one."""

from ninja import Router

from samspil.pipeline.api.accepting import router as accepting
from samspil.pipeline.api.initiatives import router as initiatives

router = Router()
router.add_router("", accepting)
router.add_router("", initiatives)

__all__ = ["router"]
