"""Processes by program: what they are, what AI may do in them, stopping it, what lies ahead."""

from ninja import Router

from samspil.work.api.ahead import router as ahead
from samspil.work.api.autonomy import router as autonomy
from samspil.work.api.closing import router as closing
from samspil.work.api.processes import router as processes
from samspil.work.api.topics import router as topics

router = Router(tags=["processes"])
router.add_router("", processes)
router.add_router("", closing)
router.add_router("", topics)
router.add_router("", autonomy)
router.add_router("", ahead)

__all__ = ["router"]
