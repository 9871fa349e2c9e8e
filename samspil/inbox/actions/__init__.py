"""Everything that can be done with messages on their way in."""

from samspil.inbox.actions.bringing import Batch, BroughtIn, Progress, bring_in, open_once
from samspil.inbox.actions.uploading import (
    BRING_IN,
    discard,
    keep_mails,
    keep_upload,
    run_upload,
    start,
    sweep_uploads,
)

__all__ = [
    "BRING_IN",
    "Batch",
    "BroughtIn",
    "Progress",
    "bring_in",
    "discard",
    "keep_mails",
    "keep_upload",
    "open_once",
    "run_upload",
    "start",
    "sweep_uploads",
]
