"""Everything that can be done with messages on their way in."""

from samspil.inbox.actions.bringing import Batch, BroughtIn, Progress, bring_in, open_once
from samspil.inbox.actions.coming_back import add_to, disagree
from samspil.inbox.actions.public_forms import (
    NotReady,
    SlugRefused,
    close_form,
    move_form,
    open_form,
    set_form,
    take_address,
)
from samspil.inbox.actions.submitting import (
    RECEIPT,
    FileIn,
    Submission,
    give_mail,
    send_receipt,
    submit,
    submit_to,
)
from samspil.inbox.actions.sweeping import sweep_imports, sweep_unstarted
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
    "RECEIPT",
    "Batch",
    "BroughtIn",
    "FileIn",
    "NotReady",
    "Progress",
    "SlugRefused",
    "Submission",
    "add_to",
    "bring_in",
    "close_form",
    "disagree",
    "discard",
    "give_mail",
    "keep_mails",
    "keep_upload",
    "move_form",
    "open_form",
    "open_once",
    "run_upload",
    "send_receipt",
    "set_form",
    "start",
    "submit",
    "submit_to",
    "sweep_imports",
    "sweep_unstarted",
    "sweep_uploads",
    "take_address",
]
