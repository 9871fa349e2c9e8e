"""Guidelines, language models and tools by program."""

from ninja import Router

from samspil.governance.api.guidelines import router as guidelines
from samspil.governance.api.models import router as models
from samspil.governance.api.tools import router as tools

router = Router()
router.add_router("", guidelines)
router.add_router("", models)
router.add_router("", tools)
