"""Bring messages in, fill in a public form, see how it goes, and set a form up."""

from samspil.inbox.views.filling import fill
from samspil.inbox.views.messages import (
    bring_in,
    discard,
    faults,
    open_message,
    start,
    try_message,
    upload,
)
from samspil.inbox.views.setting_up import close, move, open_up, preview, qr_code, set_up
from samspil.inbox.views.status import status

__all__ = [
    "bring_in",
    "close",
    "discard",
    "faults",
    "fill",
    "move",
    "open_message",
    "open_up",
    "preview",
    "qr_code",
    "set_up",
    "start",
    "status",
    "try_message",
    "upload",
]
