"""What is chosen of the journal, asked of rights, said of uses and papers, and of time kept."""

from samspil.trust.forms.erasing import (
    BeginForm,
    BeginInPartForm,
    ErasureForm,
    ExtendForm,
    KnownForm,
    RefuseForm,
)
from samspil.trust.forms.journal import JournalForm
from samspil.trust.forms.papers import LANGUAGES, KeepForm, StateForm, TakeForm
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
    "LANGUAGES",
    "AnswerForm",
    "AnswerableForm",
    "BeginForm",
    "BeginInPartForm",
    "ConcludeForm",
    "DoneForm",
    "EndHoldForm",
    "ErasureForm",
    "ExtendForm",
    "HoldForm",
    "JournalForm",
    "KeepForm",
    "KnownForm",
    "OverseersForm",
    "PeriodForm",
    "RecordForm",
    "RefuseForm",
    "RequestForm",
    "ReviewForm",
    "SettleForm",
    "StateForm",
    "TakeForm",
    "TrainedForm",
    "case_id",
]
