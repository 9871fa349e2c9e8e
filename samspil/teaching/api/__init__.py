"""Skills by program: what they were taught, teach them, choose a version, use decided cases."""

from ninja import Router

from samspil.teaching.api.decided import router as decided
from samspil.teaching.api.learning import router as learning
from samspil.teaching.api.skills import router as skills

router = Router(tags=["skills"])
router.add_router("", skills)
router.add_router("", decided)
router.add_router("", learning)

__all__ = ["router"]
