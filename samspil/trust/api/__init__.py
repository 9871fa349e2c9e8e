"""The journal and the register of uses by program."""

from ninja import Router

from samspil.trust.api.journal import router as journal
from samspil.trust.api.uses import router as uses

router = Router()
router.add_router("", journal)
router.add_router("", uses)

__all__ = ["router"]
