"""Cases by program: read them, decide them, put something to them."""

from ninja import Router

from samspil.review.api.cases import router as cases
from samspil.review.api.contesting import router as contesting
from samspil.review.api.many import router as many
from samspil.review.api.marking import router as marking
from samspil.review.api.searching import router as searching

router = Router(tags=["cases"])
router.add_router("", searching)
router.add_router("", cases)
router.add_router("", contesting)
router.add_router("", many)
router.add_router("", marking)

__all__ = ["router"]
