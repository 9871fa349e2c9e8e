"""What is chosen on the journal's pages, who asks for what is held, and what is said of uses."""

from samspil.trust.forms.journal import JournalForm
from samspil.trust.forms.requests import AnswerForm, RequestForm
from samspil.trust.forms.uses import (
    AnswerableForm,
    OverseersForm,
    RecordForm,
    SettleForm,
    TrainedForm,
)

__all__ = [
    "AnswerForm",
    "AnswerableForm",
    "JournalForm",
    "OverseersForm",
    "RecordForm",
    "RequestForm",
    "SettleForm",
    "TrainedForm",
]
