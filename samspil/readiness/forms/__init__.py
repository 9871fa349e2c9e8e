"""What people type of rounds, interviews and the vision."""

from samspil.readiness.forms.interviews import (
    AppointmentForm,
    FindingForm,
    GuideForm,
    MoveForm,
    NotesForm,
    QuestionForm,
)
from samspil.readiness.forms.rounds import DayForm, RoundForm, answers_in
from samspil.readiness.forms.vision import GoalForm, LookForm, tell

__all__ = [
    "AppointmentForm",
    "DayForm",
    "FindingForm",
    "GoalForm",
    "GuideForm",
    "LookForm",
    "MoveForm",
    "NotesForm",
    "QuestionForm",
    "RoundForm",
    "answers_in",
    "tell",
]
