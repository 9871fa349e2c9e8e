"""Rollouts and requests for help, by program."""

from ninja import Router

from samspil.rollouts.api.rollouts import router as rollouts
from samspil.rollouts.api.support import router as support

router = Router()
router.add_router("", rollouts)
router.add_router("", support)

__all__ = ["router"]
