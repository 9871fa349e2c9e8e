"""What a person brings in, what a stranger fills in, and how a public form is set up."""

from samspil.inbox.forms.filling import DisagreeForm, FillForm, MoreForm
from samspil.inbox.forms.messages import FileForm, TryForm
from samspil.inbox.forms.setting_up import LACKS, SetUpForm, as_chosen, first_plan

__all__ = [
    "LACKS",
    "DisagreeForm",
    "FileForm",
    "FillForm",
    "MoreForm",
    "SetUpForm",
    "TryForm",
    "as_chosen",
    "first_plan",
]
