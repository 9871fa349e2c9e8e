"""The journal, registers, papers, requests of people, and periods, by program."""

from ninja import Router

from samspil.trust.api.erasures import router as erasures
from samspil.trust.api.incidents import router as incidents
from samspil.trust.api.journal import router as journal
from samspil.trust.api.notices import router as notices
from samspil.trust.api.papers import router as papers
from samspil.trust.api.requesting import router as requesting
from samspil.trust.api.retention import router as retention
from samspil.trust.api.reviews import router as reviews
from samspil.trust.api.uses import router as uses

router = Router()
router.add_router("", journal)
router.add_router("", incidents)
router.add_router("", reviews)
router.add_router("", uses)
router.add_router("", retention)
router.add_router("", notices)
router.add_router("", papers)
router.add_router("", erasures)
router.add_router("", requesting)

__all__ = ["router"]
