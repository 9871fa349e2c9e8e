"""What is typed about guidelines, texts, models and tools, and words for what is chosen."""

from samspil.governance.forms.guidelines import GuidelineForm, PublishForm
from samspil.governance.forms.servers import (
    OUTCOMES,
    PLACES,
    PURPOSES,
    VERDICTS,
    AllowForm,
    CallsForm,
    ServerForm,
    VerifyForm,
    as_typed,
)
from samspil.governance.forms.tools import POINTS, STATUSES, DecideForm, ToolForm, UseForm

__all__ = [
    "OUTCOMES",
    "PLACES",
    "POINTS",
    "PURPOSES",
    "STATUSES",
    "VERDICTS",
    "AllowForm",
    "CallsForm",
    "DecideForm",
    "GuidelineForm",
    "PublishForm",
    "ServerForm",
    "ToolForm",
    "UseForm",
    "VerifyForm",
    "as_typed",
]
