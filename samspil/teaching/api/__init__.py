"""Skills by program: teach them, choose a version, use decisions, forget a person's examples."""

from ninja import Router

from samspil.teaching.api.decided import router as decided
from samspil.teaching.api.forgetting import router as forgetting
from samspil.teaching.api.learning import router as learning
from samspil.teaching.api.skills import router as skills

router = Router(tags=["skills"])
router.add_router("", skills)
router.add_router("", decided)
router.add_router("", learning)
router.add_router("", forgetting)

__all__ = ["router"]
