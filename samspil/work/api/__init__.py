"""Processes by program: what they are, what AI may do in them, stopping it."""

from ninja import Router

from samspil.work.api.autonomy import router as autonomy
from samspil.work.api.processes import router as processes

router = Router(tags=["processes"])
router.add_router("", processes)
router.add_router("", autonomy)

__all__ = ["router"]
