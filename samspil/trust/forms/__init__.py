"""What is chosen of the journal, and said of rights, uses, incidents, papers and periods."""

from samspil.trust.forms.erasing import (
    BeginForm,
    BeginInPartForm,
    ErasureForm,
    ExtendForm,
    KnownForm,
    RefuseForm,
)
from samspil.trust.forms.incidents import CloseForm, JudgeForm, ReportForm, StepForm
from samspil.trust.forms.journal import JournalForm
from samspil.trust.forms.notices import NoticeForm
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
    "CloseForm",
    "ConcludeForm",
    "DoneForm",
    "EndHoldForm",
    "ErasureForm",
    "ExtendForm",
    "HoldForm",
    "JournalForm",
    "JudgeForm",
    "KeepForm",
    "KnownForm",
    "NoticeForm",
    "OverseersForm",
    "PeriodForm",
    "RecordForm",
    "RefuseForm",
    "ReportForm",
    "RequestForm",
    "ReviewForm",
    "SettleForm",
    "StateForm",
    "StepForm",
    "TakeForm",
    "TrainedForm",
    "case_id",
]
