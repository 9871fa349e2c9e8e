"""Whether AI is fair, and what came of decisions by group, by program."""

from ninja import Router

from samspil.fairness.api.outcomes import router as outcomes
from samspil.fairness.api.trials import router as trials

router = Router(tags=["fairness"])
router.add_router("", trials)
router.add_router("", outcomes)

__all__ = ["router"]
