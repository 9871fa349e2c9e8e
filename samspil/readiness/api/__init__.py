"""Rounds and the vision, by program. Interviews are for a few people, and for no program."""

from ninja import Router

from samspil.readiness.api.rounds import router as rounds
from samspil.readiness.api.vision import router as vision

router = Router(tags=["readiness"])
router.add_router("", rounds)
router.add_router("", vision)

__all__ = ["router"]
