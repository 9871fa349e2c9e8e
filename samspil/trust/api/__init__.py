"""The journal, the register of uses, reviews, papers, and how long data is kept, by program."""

from ninja import Router

from samspil.trust.api.journal import router as journal
from samspil.trust.api.papers import router as papers
from samspil.trust.api.retention import router as retention
from samspil.trust.api.reviews import router as reviews
from samspil.trust.api.uses import router as uses

router = Router()
router.add_router("", journal)
router.add_router("", reviews)
router.add_router("", uses)
router.add_router("", retention)
router.add_router("", papers)

__all__ = ["router"]
