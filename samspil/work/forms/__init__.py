"""What a person changes about processes, opening hours, steps and absences."""

from samspil.work.forms.absences import AbsenceForm
from samspil.work.forms.ahead import CapacityForm, SupposeForm
from samspil.work.forms.evidence import PromiseForm
from samspil.work.forms.hours import HoursForm, ProcessHoursForm, as_typed
from samspil.work.forms.making import NewProcessForm
from samspil.work.forms.sharing import LEVEL_LABELS, ProcessForm, StopForm
from samspil.work.forms.steps import LEVEL_NAMES, TARGETS, StepForm, as_described
from samspil.work.forms.topic_list import TopicList, TopicListForm, as_text, topic_list
from samspil.work.forms.topics import NewTopicForm, TopicForm, as_written
from samspil.work.queries.wording import MODEL_WORDS

__all__ = [
    "LEVEL_LABELS",
    "LEVEL_NAMES",
    "MODEL_WORDS",
    "TARGETS",
    "AbsenceForm",
    "CapacityForm",
    "HoursForm",
    "NewProcessForm",
    "NewTopicForm",
    "ProcessForm",
    "ProcessHoursForm",
    "PromiseForm",
    "StepForm",
    "StopForm",
    "SupposeForm",
    "TopicForm",
    "TopicList",
    "TopicListForm",
    "as_described",
    "as_text",
    "as_typed",
    "as_written",
    "topic_list",
]
