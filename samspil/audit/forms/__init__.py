"""What people type of their tasks, tables they bring in, and what is said of rounds and tasks."""

from samspil.audit.forms.own import AnswerForm, WeekForm
from samspil.audit.forms.rounds import RoundForm, TaskForm
from samspil.audit.forms.tables import BringForm, ManyForm

__all__ = ["AnswerForm", "BringForm", "ManyForm", "RoundForm", "TaskForm", "WeekForm"]
