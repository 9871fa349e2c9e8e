"""What is chosen of the journal, asked of rights, said of uses, and of how long data is kept."""

from samspil.trust.forms.journal import JournalForm
from samspil.trust.forms.requests import AnswerForm, RequestForm
from samspil.trust.forms.retention import (
    EndHoldForm,
    HoldForm,
    PeriodForm,
    ReviewForm,
    case_id,
)
from samspil.trust.forms.reviews import ConcludeForm, DoneForm
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
    "ConcludeForm",
    "DoneForm",
    "EndHoldForm",
    "HoldForm",
    "JournalForm",
    "OverseersForm",
    "PeriodForm",
    "RecordForm",
    "RequestForm",
    "ReviewForm",
    "SettleForm",
    "TrainedForm",
    "case_id",
]
