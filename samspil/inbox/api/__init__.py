"""Messages in by program, the dry look, and how public forms stand."""

from ninja import Router

from samspil.inbox.api.forms import router as forms
from samspil.inbox.api.messages import router as messages

router = Router()
router.add_router("", messages)
router.add_router("", forms)

__all__ = ["router"]
