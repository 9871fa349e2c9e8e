"""Knowledge by program: ask, bring documents in, and see where they come from."""

from ninja import Router

from samspil.knowledge.api.documents import router as documents
from samspil.knowledge.api.keeping_sources import router as sources
from samspil.knowledge.api.questions import router as questions
from samspil.knowledge.api.standards import router as standards

router = Router(tags=["knowledge"])
router.add_router("", questions)
router.add_router("", documents)
router.add_router("", sources)
router.add_router("", standards)

__all__ = ["router"]
